package example.vendor;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.VendorPart;

/// How far the command queue has come, without a CMD_SYNC: the command CMD_MARK leaves a number of the driver's choice in the
/// register MARK.
final class MarkPart implements VendorPart {
    /// The last number, 32 bits; a write sets it.
    static final int MARK = 0xe00;

    /// Bits 63:32 of the first word are the number, all bits between them and the opcode zero, the second word too.
    static final int CMD_MARK = 0x80;

    private static final String STATE = "mark";
    private static final int NUMBER = 32;

    private int mark;

    @Override
    public String name() {
        return "example-vendor.mark";
    }

    @Override
    public int read(int offset) {
        return offset == MARK ? mark : 0;
    }

    @Override
    public void write(int offset, int value) {
        if (offset == MARK) {
            mark = value;
        }
    }

    @Override
    public boolean execute(long word0, long word1) {
        if ((int) word0 != CMD_MARK || word1 != 0) {
            return false;
        }
        mark = (int) (word0 >>> NUMBER);
        return true;
    }

    @Override
    public SortedMap<String, String> save() {
        return mark == 0
                ? Collections.emptySortedMap()
                : new TreeMap<>(Map.of(STATE, Integer.toHexString(mark)));
    }

    @Override
    public void restore(SortedMap<String, String> state) {
        if (!Set.of(STATE).containsAll(state.keySet())) {
            throw new IllegalArgumentException(STATE + " is all there is, not " + state.keySet());
        }
        mark = Integer.parseUnsignedInt(state.getOrDefault(STATE, "0"), 16);
    }
}
