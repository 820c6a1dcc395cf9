package org.vinculum.domain;

/// What stands for a physical SMMU now.
///
/// @param smmu [MachineDescription.Smmu#path()]
/// @param choice which may stand there: a model's name, or a filter over the properties of
///     [org.vinculum.iommu.IommuModelFactory] services
/// @param model [org.vinculum.iommu.IommuModelFactory#name()] of the one that does
/// @param version of its service, `vinculum.version`; empty when it has none
/// @param vacant whether it has gone and nobody has taken over yet, so that transactions and commands wait
/// @param swaps how often another one took over
public record ModelInPlace(
        String smmu, String choice, String model, String version, boolean vacant, long swaps) {}
