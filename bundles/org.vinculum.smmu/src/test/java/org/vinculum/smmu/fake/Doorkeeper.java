package org.vinculum.smmu.fake;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.VendorPart;

/// A vendor's part with a register at each of its places; command 0x80 adds to the first, 0x81 fails, others are illegal.
public final class Doorkeeper implements VendorPart {
    private final String name;
    private final SortedMap<Integer, Integer> values = new TreeMap<>();

    public Doorkeeper(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(int offset) {
        if (offset == 0x1100) {
            throw new IllegalStateException("no reading here");
        }
        return values.getOrDefault(offset, 0);
    }

    @Override
    public void write(int offset, int value) {
        if (offset == 0x1100) {
            throw new NoClassDefFoundError("com/example/Gone");
        }
        values.put(offset, value);
    }

    @Override
    public boolean execute(long word0, long word1) {
        if ((word0 & 0xff) == 0x81) {
            throw new IllegalStateException("no command");
        }
        if ((word0 & 0xff) == 0x80) {
            values.merge(0xe00, (int) word1, Integer::sum);
            return true;
        }
        return false;
    }

    @Override
    public SortedMap<String, String> save() {
        var state = new TreeMap<String, String>();
        values.forEach((offset, value) -> state.put(Integer.toHexString(offset), "" + value));
        return state;
    }

    /// Takes half of it before it finds what it does not know.
    @Override
    public void restore(SortedMap<String, String> state) {
        values.clear();
        for (Map.Entry<String, String> one : state.entrySet()) {
            if (one.getKey().equals("unknown")) {
                throw new IllegalArgumentException("no register \"unknown\"");
            }
            values.put(Integer.parseInt(one.getKey(), 16), Integer.valueOf(one.getValue()));
        }
    }
}
