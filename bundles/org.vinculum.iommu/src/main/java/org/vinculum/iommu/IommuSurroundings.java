package org.vinculum.iommu;

import org.vinculum.memory.PhysicalMemory;

/// What a model reaches: memory, interrupt lines, and the devices in front of it.
public record IommuSurroundings(
        PhysicalMemory memory, InterruptLines interrupts, Endpoints endpoints) {}
