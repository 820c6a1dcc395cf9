package org.vinculum.smmu.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.smmu.vendor.VendorSide;

/// What a saved state says of a vendor's part: each of its values under `VENDOR.`, the part's name and `/`.
final class SavedVendor {
    private static final String PREFIX = "VENDOR.";
    private static final char END = '/';

    private final String model;
    private final VendorSide side;
    private final String own;

    SavedVendor(String model, VendorSide side) {
        this.model = model;
        this.side = side;
        this.own = PREFIX + side.name() + END;
    }

    void save(Map<String, String> more) {
        side.save().forEach((name, value) -> more.put(own + name, value));
    }

    /// The parts that the state uses and the model does not have.
    List<String> lacking(SavedState state) {
        List<String> lacking = new ArrayList<>();
        for (String key : state.more().tailMap(PREFIX).keySet()) {
            if (key.startsWith(PREFIX) && !key.startsWith(own)) {
                String part = key.substring(0, end(key)) + " (here " + here() + ")";
                if (!lacking.contains(part)) {
                    lacking.add(part);
                }
            }
        }
        return lacking;
    }

    private static int end(String key) {
        int end = key.indexOf(END);
        return end < 0 ? key.length() : end;
    }

    private String here() {
        return side.present() ? PREFIX + side.name() : "none";
    }

    /// @throws UnsupportedStateException when the part does not take it; it has what it had then
    void restore(SavedState state) {
        SortedMap<String, String> values = new TreeMap<>();
        state.more()
                .forEach((key, value) -> {
                    if (key.startsWith(own)) {
                        values.put(key.substring(own.length()), value);
                    }
                });
        try {
            side.restore(values);
        } catch (IllegalArgumentException refused) {
            String reason = PREFIX + side.name() + ": " + refused.getMessage();
            throw new UnsupportedStateException(model, List.of(reason));
        }
    }
}
