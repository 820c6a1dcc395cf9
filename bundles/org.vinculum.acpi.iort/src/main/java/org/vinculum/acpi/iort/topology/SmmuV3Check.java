package org.vinculum.acpi.iort.topology;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.acpi.model.SmmuV3;

/// What an SMMUv3 node says about its unit (DEN0049, 3.1.1.2).
final class SmmuV3Check {
    private static final long ALIGNMENT = 0x10000;
    private static final int DEFINED =
            SmmuV3.COHACC_OVERRIDE
                    | SmmuV3.HTTU_OVERRIDE
                    | SmmuV3.PXM_VALID
                    | SmmuV3.DEVICE_ID_VALID;

    private final Reading reading;
    private final FrameCheck frames;
    private final ReservedBits reserved;

    SmmuV3Check(Reading reading) {
        this.reading = reading;
        this.frames = new FrameCheck(reading);
        this.reserved = new ReservedBits(reading);
    }

    void check(SmmuV3 smmu) {
        boolean onePage = smmu.model() == SmmuV3.CAVIUM_CN99XX;
        frames.check(
                smmu, smmu.base(), onePage ? IommuReader.ONE_PAGE : IommuReader.FRAME, ALIGNMENT);
        if (smmu.vatos() % ALIGNMENT != 0) {
            frames.unaligned(smmu, "the VATOS page starts", smmu.vatos(), ALIGNMENT);
        }
        checkModel(smmu);
        checkInterrupts(smmu);
        reserved.check(smmu, "the flags", smmu.flags(), DEFINED);
        if ((smmu.flags() & SmmuV3.HTTU_OVERRIDE) == SmmuV3.HTTU_OVERRIDE) {
            reserved.report(smmu, "the HTTU override is 3, which is reserved");
        }
    }

    private void checkModel(SmmuV3 smmu) {
        if (smmu.model() > SmmuV3.CAVIUM_CN99XX) {
            reading.warning(
                    "iort-model-generic",
                    smmu,
                    "the model "
                            + Hex.of(smmu.model())
                            + " of an SMMUv3 is not defined: Linux drives it as a generic one,"
                            + " without the workarounds it may need");
        }
    }

    private void checkInterrupts(SmmuV3 smmu) {
        if (smmu.eventGsiv() == 0
                && smmu.gerrGsiv() == 0
                && OwnMapping.index(smmu) == OwnMapping.NONE) {
            reading.warning(
                    "iort-interrupts",
                    smmu,
                    "neither the event and error interrupts are wired nor is there a mapping for"
                            + " MSIs of the SMMU: faults of devices are never reported");
        }
        if (IommuReader.isCombined(smmu)) {
            return;
        }
        Map<Long, String> lines = new HashMap<>();
        claim(smmu, smmu.eventGsiv(), "event queue", lines);
        claim(smmu, smmu.priGsiv(), "PRI queue", lines);
        claim(smmu, smmu.gerrGsiv(), "global error", lines);
        claim(smmu, smmu.syncGsiv(), "command sync", lines);
    }

    private void claim(SmmuV3 smmu, long gsiv, String name, Map<Long, String> lines) {
        String other = gsiv == 0 ? null : lines.putIfAbsent(gsiv, name);
        if (other != null) {
            reading.error(
                    "iort-gsiv-shared",
                    smmu,
                    "the interrupts for "
                            + other
                            + " and "
                            + name
                            + " are both GSIV "
                            + gsiv
                            + ": Linux cannot request the line a second time and "
                            + name
                            + " goes unheard; only a CN99xx combines, and then all four");
        }
    }
}
