package org.vinculum.hypervisor.stage2;

/// Makes the SMMUs of a domain forget translations.
@FunctionalInterface
public interface Invalidation {
    /// Nobody remembers anything.
    Invalidation NONE = (_, _) -> {};

    /// Forgets what leads through a part of stage 2, tables and combined translations included; done on return.
    ///
    /// @param ipa first byte, a multiple of the page size
    /// @param size in bytes, a multiple of the page size
    void invalidate(long ipa, long size);
}
