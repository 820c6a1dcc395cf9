package org.vinculum.smmu.spec.register;

import org.vinculum.smmu.spec.Bits;

/// The value of a 32-bit register, asked by field.
public interface Register32 {
    int value();

    /// Whether any bit of the field is one.
    ///
    /// @throws IllegalArgumentException when the field lies above bit 31
    default boolean has(Bits field) {
        return field.isSet(value());
    }

    /// @throws IllegalArgumentException when the field lies above bit 31
    default int get(Bits field) {
        return field.get(value());
    }
}
