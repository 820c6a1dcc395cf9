package org.vinculum.domain;

import org.vinculum.iommu.InterruptLines;
import org.vinculum.memory.PhysicalMemory;

/// What a virtual IOMMU reaches of its guest.
///
/// @param memory guest physical; messages of the virtual IOMMU are [PhysicalMemory#writeInt]
/// @param interrupts its wired interrupts; raising one returns at once
/// @param addressBits width of guest physical addresses, one of those that IDR5.OAS can say
public record GuestSurroundings(
        PhysicalMemory memory, InterruptLines interrupts, int addressBits) {}
