package org.vinculum.binding;

import org.vinculum.memory.AddressRange;

/// A virtual SMMUv3 as the guest's firmware shows it.
///
/// @param registers guest physical frame, 128 KiB
/// @param phandle device-tree phandle, 65002 for the first
/// @param intid interrupt ID; 33 is SPI 1
/// @param sidBits SIDSIZE: streams 0 to 2^sidBits - 1
public record VirtualIommuNode(AddressRange registers, int phandle, int intid, int sidBits) {}
