package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.firmware.Iommu;
import org.vinculum.memory.AddressRange;

/// Makes the IOMMUs of a platform, with the resources that Linux gives their drivers.
final class IommuReader {
    /// Both register pages (IHI 0070, 6.1).
    static final long FRAME = 0x20000;

    /// What Linux gives a CN99xx, whose second page does not exist (`arm_smmu_v3_resource_size`).
    static final long ONE_PAGE = 0x10000;

    private IommuReader() {}

    static Iommu read(SmmuV3 smmu) {
        return new Iommu.SmmuV3(
                Paths.of(smmu),
                frame(smmu.base(), smmu.model() == SmmuV3.CAVIUM_CN99XX ? ONE_PAGE : FRAME),
                OptionalInt.empty(),
                true,
                smmu.coherent(),
                interrupts(smmu),
                errata(smmu.model()));
    }

    static Iommu read(Smmu smmu) {
        return new Iommu.SmmuV2(
                Paths.of(smmu),
                frame(smmu.base(), smmu.span()),
                OptionalInt.empty(),
                true,
                smmu.coherentWalk(),
                model(smmu.model()));
    }

    /// The registers; empty when there can be none: at address 0, or past the end of the address space.
    static Optional<AddressRange> frame(long base, long size) {
        boolean wraps = size != 0 && Long.compareUnsigned(base + size - 1, base) < 0;
        return base == 0 || wraps ? Optional.empty() : Optional.of(AddressRange.of(base, size));
    }

    /// Whether one line carries all four interrupts (`arm_smmu_v3_is_combined_irq`).
    static boolean isCombined(SmmuV3 smmu) {
        return smmu.model() == SmmuV3.CAVIUM_CN99XX
                && smmu.eventGsiv() == smmu.priGsiv()
                && smmu.eventGsiv() == smmu.gerrGsiv()
                && smmu.eventGsiv() == smmu.syncGsiv();
    }

    private static List<Iommu.Interrupt> interrupts(SmmuV3 smmu) {
        List<Iommu.Interrupt> interrupts = new ArrayList<>();
        if (isCombined(smmu)) {
            add("combined", smmu.eventGsiv(), interrupts);
        } else {
            add("eventq", smmu.eventGsiv(), interrupts);
            add("priq", smmu.priGsiv(), interrupts);
            add("gerror", smmu.gerrGsiv(), interrupts);
            add("cmdq-sync", smmu.syncGsiv(), interrupts);
        }
        return List.copyOf(interrupts);
    }

    private static void add(String name, long gsiv, List<Iommu.Interrupt> interrupts) {
        if (gsiv != 0) {
            interrupts.add(new Iommu.Interrupt(name, List.of((int) gsiv)));
        }
    }

    // in the words of the device-tree binding, so that equal hardware looks equal
    private static Set<String> errata(long model) {
        if (model == SmmuV3.HISILICON_HI161X) {
            return Set.of("hisilicon,broken-prefetch-cmd");
        }
        return model == SmmuV3.CAVIUM_CN99XX
                ? Set.of("cavium,cn9900-broken-page1-regspace")
                : Set.of();
    }

    private static String model(long model) {
        return switch ((int) Math.min(model, Integer.MAX_VALUE)) {
            case 0 -> "arm,smmu-v1";
            case 1 -> "arm,smmu-v2";
            case 2 -> "arm,mmu-400";
            case 3 -> "arm,mmu-500";
            case 4 -> "arm,mmu-401";
            case 5 -> "cavium,smmu-v2";
            default -> "unknown model " + Hex.of(model);
        };
    }
}
