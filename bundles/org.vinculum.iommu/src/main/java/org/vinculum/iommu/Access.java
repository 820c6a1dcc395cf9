package org.vinculum.iommu;

/// What a transaction does and what it says of itself, as the bits of an `int`, so that a translation allocates nothing.
public final class Access {
    public static final int READ = 1;
    public static final int WRITE = 1 << 1;

    /// An instruction fetch; with [#READ].
    public static final int INSTRUCTION = 1 << 2;

    public static final int PRIVILEGED = 1 << 3;

    /// The address is the outcome of an earlier ATS translation request (IHI 0070, 3.9).
    public static final int TRANSLATED = 1 << 4;

    private Access() {}
}
