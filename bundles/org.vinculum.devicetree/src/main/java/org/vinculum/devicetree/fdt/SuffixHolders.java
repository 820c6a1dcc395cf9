package org.vinculum.devicetree.fdt;

import java.util.Arrays;

/// For each of some different names the earliest one that ends with it, itself if none is earlier.
///
/// Sorted by their reversed text, the names that end with a name follow it without a gap, so one pass with a stack finds
/// the earliest of them; no input makes this quadratic.
final class SuffixHolders {
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

    private int[] byReversedText() {
        Integer[] order = new Integer[names.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> compareReversed(names[a], names[b]));
        int[] sorted = new int[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = order[i];
        }
        return sorted;
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
