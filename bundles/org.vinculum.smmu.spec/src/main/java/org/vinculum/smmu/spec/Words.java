package org.vinculum.smmu.spec;

import java.util.Arrays;

/// A structure fetched from memory once: 1, 2, 4 or 8 64-bit words in the order of their addresses, immutable.
///
/// Memory is little-endian (IHI 0070, 3.2): bit 0 of the structure is bit 0 of word 0. What is decided from these words
/// cannot be changed by a guest that rewrites its memory meanwhile.
public final class Words {
    private final long[] words;

    private Words(long[] words) {
        this.words = words;
    }

    /// @throws IllegalArgumentException unless 1, 2, 4 or 8 words are given
    public static Words of(long... words) {
        if (words.length > Bits.LIMIT / Long.SIZE || Integer.bitCount(words.length) != 1) {
            throw new IllegalArgumentException("not 1, 2, 4 or 8 words: " + words.length);
        }
        return new Words(words.clone());
    }

    /// Number of words.
    public int size() {
        return words.length;
    }

    /// @throws IllegalArgumentException when there is no such word
    public long word(int index) {
        if (index < 0 || index >= words.length) {
            throw new IllegalArgumentException("no word " + index + " in " + words.length);
        }
        return words[index];
    }

    /// The same but for one word.
    ///
    /// @throws IllegalArgumentException when there is no such word
    public Words with(int index, long value) {
        if (word(index) == value) {
            return this;
        }
        long[] changed = words.clone();
        changed[index] = value;
        return new Words(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /// Word 0 first, each as 16 hexadecimal digits.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (long word : words) {
            String digits = Long.toHexString(word);
            text.append(text.isEmpty() ? "" : " ").repeat('0', 16 - digits.length()).append(digits);
        }
        return text.toString();
    }
}
