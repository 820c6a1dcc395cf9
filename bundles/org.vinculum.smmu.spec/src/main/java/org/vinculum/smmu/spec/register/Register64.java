package org.vinculum.smmu.spec.register;

import org.vinculum.smmu.spec.Bits;

/// The value of a 64-bit register, asked by field.
public interface Register64 {
    long value();

    /// Whether any bit of the field is one.
    default boolean has(Bits field) {
        return field.isSet(value());
    }

    default long get(Bits field) {
        return field.get(value());
    }

    /// The field where it is and zeros around it: an address field gives the address.
    default long inPlace(Bits field) {
        return field.inPlace(value());
    }
}
