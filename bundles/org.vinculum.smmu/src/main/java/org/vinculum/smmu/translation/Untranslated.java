package org.vinculum.smmu.translation;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.cache.Configuration;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.table.AddressSizes;
import org.vinculum.smmu.table.OverrideFields;
import org.vinculum.smmu.walk.Attributes;

/// Transactions whose address comes out as it went in.
final class Untranslated {
    private final Identification identification;
    private final FaultReport report;

    Untranslated(Identification identification, FaultReport report) {
        this.identification = identification;
        this.report = report;
    }

    /// Translation is off, and SMMU_GBPA decides (IHI 0070, 3.11).
    long disabled(Control now, long address, Outcome outcome) {
        if (Gbpa.ABORT.isSet(now.gbpa()) || isTooLarge(address)) {
            return Outcome.ABORT;
        }
        return asIs(
                address,
                Attributes.incoming(OverrideFields.of(now.gbpa(), identification)),
                outcome);
    }

    /// The stream's configuration has no stage that translates; the address still has to be one (IHI 0070, 3.4).
    long bypassed(
            Configuration configuration,
            int stream,
            int substream,
            long address,
            int access,
            Outcome outcome) {
        if (isTooLarge(address)) {
            report.tooLarge(
                    stream,
                    substream,
                    address,
                    configuration.decision().overrides().apply(access),
                    configuration.decision().mayMerge());
            return Outcome.ABORT;
        }
        return asIs(address, configuration.attributes(), outcome);
    }

    /// What an earlier translation request was answered.
    long translated(long address, Outcome outcome) {
        return isTooLarge(address) ? Outcome.ABORT : asIs(address, Attributes.INCOMING, outcome);
    }

    private boolean isTooLarge(long address) {
        return AddressSizes.exceeds(address, identification.outputBits());
    }

    private long asIs(long address, int attributes, Outcome outcome) {
        outcome.translated(
                attributes,
                Access.READ | Access.WRITE | Access.INSTRUCTION,
                1L << identification.outputBits());
        return address;
    }
}
