package org.vinculum.smmu.spec;

/// A field, `[hi:lo]` as the architecture prints it, of a register, table entry, command, event or descriptor.
///
/// Bits are counted from bit 0 of the whole structure, so a field of a 64-byte entry may be `[247:196]`. No field of the
/// architecture crosses a 64-bit boundary, and none may here: every field lies in one 64-bit word, [#word()].
///
/// A method that takes a `long` takes **the word in which the field lies**, whatever its number, so that a caller who has
/// words in local variables needs no shift: `S2VMID.get(word2)`. A method that takes an `int` takes a 32-bit register. All
/// are a shift and a mask, which fold into constants where the field is a static final.
public record Bits(int hi, int lo) {
    /// Bits of the largest structure, a stream table entry or a context descriptor.
    static final int LIMIT = 512;

    /// @throws IllegalArgumentException when a bit is outside `[511:0]`, `hi` is below `lo`, or a word boundary is between
    public Bits {
        if (lo < 0 || hi < lo || hi >= LIMIT || lo / Long.SIZE != hi / Long.SIZE) {
            throw new IllegalArgumentException(
                    "no field within a 64-bit word: [" + hi + ":" + lo + "]");
        }
    }

    public static Bits bits(int hi, int lo) {
        return new Bits(hi, lo);
    }

    public static Bits bit(int number) {
        return new Bits(number, number);
    }

    /// Number of bits, 1 to 64.
    public int width() {
        return hi - lo + 1;
    }

    /// Which 64-bit word of the structure it lies in, 0 to 7.
    public int word() {
        return lo / Long.SIZE;
    }

    /// Ones where the field is in its word.
    public long mask() {
        return highest() << lo;
    }

    /// The largest value it holds; for 64 bits all ones.
    public long highest() {
        return -1L >>> (Long.SIZE - 1 - (hi - lo));
    }

    /// The value, as an unsigned number from bit 0.
    public long get(long word) {
        return word >>> lo & highest();
    }

    /// The value in a 32-bit register.
    ///
    /// @throws IllegalArgumentException when the field lies above bit 31
    public int get(int register) {
        return register >>> inRegister() & (int) highest();
    }

    /// @throws IllegalArgumentException when `words` ends before the field
    public long get(Words words) {
        return get(words.word(word()));
    }

    /// Whether any bit of the field is one.
    public boolean isSet(long word) {
        return (word & mask()) != 0;
    }

    /// @throws IllegalArgumentException when the field lies above bit 31
    public boolean isSet(int register) {
        return get(register) != 0;
    }

    /// @throws IllegalArgumentException when `words` ends before the field
    public boolean isSet(Words words) {
        return isSet(words.word(word()));
    }

    /// The field where it is and zeros around it. This is how addresses are read and written: `ADDR` at `[55:6]` in place
    /// is the address itself, and an address in place is what goes into the word, its other bits dropped.
    public long inPlace(long word) {
        return word & mask();
    }

    /// @throws IllegalArgumentException when `words` ends before the field
    public long inPlace(Words words) {
        return inPlace(words.word(word()));
    }

    /// The word with another value in the field.
    ///
    /// @throws IllegalArgumentException when the value needs more bits than the field has
    public long in(long word, long value) {
        return word & ~mask() | of(value);
    }

    /// The register with another value in the field.
    ///
    /// @param value 32 bits unsigned
    /// @throws IllegalArgumentException when the field lies above bit 31, or the value needs more bits than it has
    public int in(int register, int value) {
        int shift = inRegister();
        return register & ~((int) highest() << shift) | (int) of(value);
    }

    /// The words with another value in the field.
    ///
    /// @throws IllegalArgumentException when `words` ends before the field, or the value needs more bits than it has
    public Words in(Words words, long value) {
        return words.with(word(), in(words.word(word()), value));
    }

    /// A word of zeros but for this field.
    ///
    /// @throws IllegalArgumentException when the value needs more bits than the field has
    public long of(long value) {
        if ((value & ~highest()) != 0) {
            throw new IllegalArgumentException(
                    "0x" + Long.toHexString(value) + " does not fit in " + this);
        }
        return value << lo;
    }

    /// @param value 32 bits unsigned
    public long of(int value) {
        return of(Integer.toUnsignedLong(value));
    }

    /// @param value whether the lowest bit is one
    public long of(boolean value) {
        return of(value ? 1L : 0L);
    }

    private int inRegister() {
        if (hi >= Integer.SIZE) {
            throw new IllegalArgumentException("not in a 32-bit register: " + this);
        }
        return lo;
    }

    /// As the architecture prints it, `[8:6]` or `[3]`.
    @Override
    public String toString() {
        return hi == lo ? "[" + lo + "]" : "[" + hi + ":" + lo + "]";
    }
}
