package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.table.ContextDescriptor;

/// The fields of a context descriptor that are there twice, for the lower and the upper half of the addresses.
enum Halves {
    LOWER(
            ContextDescriptor.T0SZ,
            ContextDescriptor.TG0,
            ContextDescriptor.EPD0,
            ContextDescriptor.TBI0,
            ContextDescriptor.HAD0,
            ContextDescriptor.E0PD0,
            ContextDescriptor.SH0),
    UPPER(
            ContextDescriptor.T1SZ,
            ContextDescriptor.TG1,
            ContextDescriptor.EPD1,
            ContextDescriptor.TBI1,
            ContextDescriptor.HAD1,
            ContextDescriptor.E0PD1,
            ContextDescriptor.SH1);

    private final Bits txsz;
    private final Bits granule;
    private final Bits disabled;
    private final Bits topByteIgnored;
    private final Bits hierarchyIgnored;
    private final Bits unprivilegedFaults;
    private final Bits shareability;

    Halves(
            Bits txsz,
            Bits granule,
            Bits disabled,
            Bits topByteIgnored,
            Bits hierarchyIgnored,
            Bits unprivilegedFaults,
            Bits shareability) {
        this.txsz = txsz;
        this.granule = granule;
        this.disabled = disabled;
        this.topByteIgnored = topByteIgnored;
        this.hierarchyIgnored = hierarchyIgnored;
        this.unprivilegedFaults = unprivilegedFaults;
        this.shareability = shareability;
    }

    Bits txsz() {
        return txsz;
    }

    Granule granule(ContextDescriptor context) {
        int coded = context.get(granule);
        return this == LOWER ? Granule.lower(coded) : Granule.upper(coded);
    }

    long base(ContextDescriptor context) {
        return this == LOWER ? context.ttb0() : context.ttb1();
    }

    /// One half of a descriptor that is not ILLEGAL.
    Stage1.Half decode(
            ContextDescriptor context, StreamWorld world, Identification identification) {
        boolean walked = ContextRules.walks(context, disabled, world);
        return new Stage1.Half(
                walked ? table(context, identification) : null,
                context.has(topByteIgnored),
                context.has(hierarchyIgnored) && identification.had(),
                context.has(unprivilegedFaults) && identification.e0pd() && world.twoPrivileges(),
                context.get(shareability));
    }

    private TranslationTable table(ContextDescriptor context, Identification identification) {
        Granule used = granule(context);
        int inputBits = Long.SIZE - context.get(txsz);
        return TranslationTable.of(
                base(context),
                used,
                inputBits,
                startLevel(inputBits, used),
                ContextRules.wide(context, used, identification),
                AddressSizes.effective(context.get(ContextDescriptor.IPS), identification),
                identification.outputBits(),
                context.has(ContextDescriptor.ENDI));
    }

    /// The level at which one table resolves all that is left of the input.
    private static int startLevel(int inputBits, Granule granule) {
        int indexBits = inputBits - granule.pageBits();
        int levels = Math.ceilDiv(indexBits, granule.stride());
        return Granule.LAST_LEVEL + 1 - levels;
    }
}
