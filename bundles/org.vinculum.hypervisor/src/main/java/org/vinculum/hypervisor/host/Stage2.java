package org.vinculum.hypervisor.host;

/// A domain's stage 2 as stream table entries name it (IHI 0070, 5.2).
///
/// @param vmid of the domain, 16 bits, not 0
/// @param word2 of the entry: sizes, granule, attributes, fault policy; S2VMID is 0
/// @param word3 of the entry: S2TTB
public record Stage2(int vmid, long word2, long word3) {}
