package org.vinculum.smmu.spec.register;

/// What the register map says of one register, or of a row of equal ones (IHI 0070, 6.2).
///
/// @param name as in the architecture, without `SMMU_`; `n` at its end stands for the index in a row
/// @param page where it is
/// @param offset of the first in bytes: from the base of the SMMU on pages 0 and 1, else from the base of the page
/// @param width 32 or 64 bits
/// @param section of IHI 0070 that describes it
/// @param layout the class with its fields
/// @param stride bytes from one to the next
/// @param count how many, 1 unless it is a row
public record Register(
        String name,
        Page page,
        int offset,
        int width,
        Access access,
        String section,
        Class<?> layout,
        int stride,
        int count) {
    /// Bytes of the register.
    public int size() {
        return width / Byte.SIZE;
    }

    /// Whether a byte belongs to it.
    ///
    /// @param place in bytes, counted as [#offset()] is
    public boolean covers(int place) {
        int distance = place - offset;
        return distance >= 0 && distance / stride < count && distance % stride < size();
    }
}
