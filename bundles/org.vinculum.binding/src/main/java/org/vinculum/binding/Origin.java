package org.vinculum.binding;

/// Why a virtual stream has the ID it has.
public enum Origin {
    /// Fixed by `iommu_devid_map` or the partial tree.
    USER,
    /// Kept from the binding given with `--previous`.
    PREVIOUS,
    /// The lowest free ID.
    ALLOCATED,
    /// 0x1000 + requester ID on the virtual PCI host bridge.
    PCI
}
