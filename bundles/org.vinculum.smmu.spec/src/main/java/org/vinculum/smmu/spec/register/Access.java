package org.vinculum.smmu.spec.register;

/// What software may do with a register (IHI 0070, 6.2). Writes to a read-only one are ignored.
public enum Access {
    READ_ONLY,
    READ_WRITE
}
