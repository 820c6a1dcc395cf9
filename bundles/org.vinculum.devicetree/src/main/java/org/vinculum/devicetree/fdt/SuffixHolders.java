package org.vinculum.devicetree.fdt;

import java.util.Arrays;

/// For each of some different names the earliest one that ends with it, itself if none is earlier.
///
/// Sorted by their reversed text, the names that end with a name follow it without a gap, so one pass with a stack finds
/// the earliest of them; no input makes this quadratic.
final class SuffixHolders {
    private static final int INDEX_BITS = 31;
    private static final int KEY_LENGTH = 4;

    private final String[] names;
    private final int[] earliest;
    private final int[] stack;
    private int depth;

    SuffixHolders(String[] names) {
        this.names = names;
        this.earliest = new int[names.length];
        this.stack = new int[names.length];
    }

    int[] earliest() {
        for (int name : byReversedText()) {
            while (depth > 0 && !names[name].endsWith(names[stack[depth - 1]])) {
                pop();
            }
            earliest[name] = name;
            stack[depth++] = name;
        }
        while (depth > 0) {
            pop();
        }
        return earliest;
    }

    private void pop() {
        int name = stack[--depth];
        if (depth > 0) {
            int shorter = stack[depth - 1];
            earliest[shorter] = Math.min(earliest[shorter], earliest[name]);
        }
    }

    // By the last four characters first, which tells most names apart without looking at the texts
    // again and again.
    private int[] byReversedText() {
        long[] keys = new long[names.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ending(names[i]) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        int group = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (keys[i] >>> INDEX_BITS != keys[group] >>> INDEX_BITS) {
                sortGroup(sorted, group, i);
                group = i;
            }
            sorted[i] = (int) keys[i] & Integer.MAX_VALUE;
        }
        sortGroup(sorted, group, sorted.length);
        return sorted;
    }

    private void sortGroup(int[] sorted, int start, int end) {
        if (end - start < 2) {
            return;
        }
        Integer[] group = new Integer[end - start];
        Arrays.setAll(group, i -> sorted[start + i]);
        Arrays.sort(group, (a, b) -> compareReversed(names[a], names[b]));
        for (int i = start; i < end; i++) {
            sorted[i] = group[i - start];
        }
    }

    private static long ending(String name) {
        long ending = 0;
        for (int i = 1; i <= KEY_LENGTH; i++) {
            int at = name.length() - i;
            ending = ending << 8 | (at < 0 ? 0 : name.charAt(at) & 0xff);
        }
        return ending;
    }

    private static int compareReversed(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 1; i <= shorter; i++) {
            int difference = a.charAt(a.length() - i) - b.charAt(b.length() - i);
            if (difference != 0) {
                return difference;
            }
        }
        return a.length() - b.length();
    }
}
