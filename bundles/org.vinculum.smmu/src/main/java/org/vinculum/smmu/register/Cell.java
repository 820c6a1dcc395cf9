package org.vinculum.smmu.register;

/// 32 bits of the register frame, or half of a 64-bit register.
public interface Cell {
    /// Where nothing is: RES0.
    Cell NOTHING = new Constant(0);

    int read();

    /// Writes what may be written now and ignores the rest.
    void write(int value);
}
