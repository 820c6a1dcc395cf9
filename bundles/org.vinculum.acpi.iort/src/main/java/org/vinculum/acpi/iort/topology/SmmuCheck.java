package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.TableArray;

/// What an SMMUv1 or SMMUv2 node says about its unit (DEN0049, 3.1.1.6).
final class SmmuCheck {
    private static final long ALIGNMENT = 0x1000;
    private static final long LAST_MODEL = 5;

    private final Reading reading;
    private final FrameCheck frames;
    private final ReservedBits reserved;

    SmmuCheck(Reading reading) {
        this.reading = reading;
        this.frames = new FrameCheck(reading);
        this.reserved = new ReservedBits(reading);
    }

    void check(Smmu smmu) {
        frames.check(smmu, smmu.base(), smmu.span(), ALIGNMENT);
        if (smmu.span() == 0 && smmu.base() != 0) {
            reading.error(
                    "iort-span-zero",
                    smmu,
                    "the registers have a span of 0 bytes: Linux cannot map them and does not"
                            + " start the SMMU");
        }
        if (smmu.model() > LAST_MODEL) {
            reading.error(
                    "iort-model-unknown",
                    smmu,
                    "the model "
                            + Hex.of(smmu.model())
                            + " of an SMMUv1 or SMMUv2 is not defined: Linux does not start the"
                            + " SMMU");
        }
        reserved.check(smmu, "the flags", smmu.flags(), Smmu.DVM | Smmu.COHERENT_WALK);
        checkLines(smmu, "global", smmu.global());
        checkLines(smmu, "context", smmu.context());
        checkLines(smmu, "PMU", smmu.pmu());
    }

    private void checkLines(Smmu smmu, String kind, TableArray<Smmu.Interrupt> lines) {
        for (int i = 0; i < lines.entries().size(); i++) {
            reserved.check(
                    smmu,
                    "the flags of " + kind + " interrupt " + (i + 1),
                    lines.entries().get(i).flags(),
                    Smmu.Interrupt.EDGE);
        }
    }
}
