package org.vinculum.devicetree.fdt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The strings block a writer makes: each name once, in the order of first use, and none that ends an earlier one.
///
/// dtc takes the first place where the name stands before a NUL, so a name goes to the earliest name it is a suffix of.
final class NameTable {
    /// More than most boards have.
    private static final int USUAL = 384;

    private final Map<String, Integer> numbers = HashMap.newHashMap(USUAL);
    private String[] names = new String[USUAL];
    private int[] offsets;
    private int size;

    /// The number of a name, from 0 in the order of first use.
    int number(String name) {
        Integer number = numbers.get(name);
        if (number != null) {
            return number;
        }
        int next = numbers.size();
        numbers.put(name, next);
        if (next == names.length) {
            names = Arrays.copyOf(names, next * 2);
        }
        names[next] = name;
        return next;
    }

    /// Gives each name its place, once all are there.
    void layOut() {
        int[] holders = new SuffixHolders(Arrays.copyOf(names, numbers.size())).earliest();
        offsets = new int[holders.length];
        for (int i = 0; i < holders.length; i++) {
            int holder = holders[i];
            if (holder == i) {
                offsets[i] = size;
                size += names[i].length() + 1;
            } else {
                offsets[i] = offsets[holder] + names[holder].length() - names[i].length();
                names[i] = null;
            }
        }
    }

    /// Bytes of the block, after [#layOut].
    int size() {
        return size;
    }

    /// Where name `number` is in the block.
    int offset(int number) {
        return offsets[number];
    }

    void writeTo(Cells out) {
        for (int i = 0; i < offsets.length; i++) {
            if (names[i] != null) {
                out.name(names[i]);
            }
        }
    }
}
