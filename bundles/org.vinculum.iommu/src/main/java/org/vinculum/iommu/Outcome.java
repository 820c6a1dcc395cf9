package org.vinculum.iommu;

/// What became of a transaction besides its address. Belongs to one thread, which uses it again and again.
public final class Outcome {
    /// A transaction that is not translated: [IommuModel#translate] answers one of these instead of an address.
    public static final long ABORT = -1;

    /// Reads give zero, writes are ignored (RAZ/WI).
    public static final long IGNORED = -2;

    /// The transaction waits for software; [#stag()] names it.
    public static final long STALLED = -3;

    /// An ATS translation request is answered "no access", without an error.
    public static final long DENIED = -4;

    /// Stands beside the permissions, so that an answer that was remembered costs no store of its own.
    private static final int LOOKED_FOR = 1 << 31;

    private int attributes;
    private int permissions = LOOKED_FOR;
    private long size;
    private int stag;

    /// Memory type, shareability and allocation of the output; the model's kind says how they are coded.
    public int attributes() {
        return attributes;
    }

    /// What the translation allows besides the access that was asked for: bits of [Access].
    public int permissions() {
        return permissions & ~LOOKED_FOR;
    }

    /// Bytes around the address that translate alike, a power of two.
    public long size() {
        return size;
    }

    /// Names a stalled transaction among those of its stream, 16 bits.
    public int stag() {
        return stag;
    }

    /// Whether the model answered an address from what it remembered, without a look at tables.
    public boolean remembered() {
        return (permissions & LOOKED_FOR) == 0;
    }

    /// For models: the outcome of a translation that was looked for.
    public void translated(int attributes, int permissions, long size) {
        remembered(attributes, permissions | LOOKED_FOR, size);
    }

    /// For models: the outcome of a translation that was remembered.
    public void remembered(int attributes, int permissions, long size) {
        this.attributes = attributes;
        this.permissions = permissions;
        this.size = size;
    }

    /// For models: nothing that was remembered answers, and perhaps there will be no address.
    public void missed() {
        permissions |= LOOKED_FOR;
    }

    /// For models: the transaction waits.
    public void stalled(int stag) {
        this.stag = stag;
    }
}
