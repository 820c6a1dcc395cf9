package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.table.ContextDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Turns words fetched once into decisions that no later change of memory touches, or refuses them as ILLEGAL.
public final class EntryDecoder {
    private final Identification identification;
    private final StreamEntryRules streamRules;
    private final ContextRules contextRules;

    public EntryDecoder(Identification identification) {
        this.identification = identification;
        this.streamRules = new StreamEntryRules(identification);
        this.contextRules = new ContextRules(identification);
    }

    /// @param e2h CR2.E2H
    /// @return null for an ILLEGAL entry
    public StreamDecision decide(StreamTableEntry entry, boolean e2h) {
        if (streamRules.illegal(entry)) {
            return null;
        }
        StreamConfig config = StreamConfig.of(entry);
        return new StreamDecision(
                entry,
                config,
                streamRules.world(entry, e2h),
                config.stage2() ? Stage2Rules.decode(entry, identification) : null,
                identification.s2p() ? entry.get(StreamTableEntry.S2VMID) : 0,
                config.stage1() ? ContextTable.of(entry, identification) : null,
                OverrideFields.of(entry, identification),
                identification.ats() ? entry.get(StreamTableEntry.EATS) : 0,
                entry.has(StreamTableEntry.MEV));
    }

    /// @return null for an ILLEGAL descriptor
    public Stage1 decide(ContextDescriptor context, StreamDecision stream) {
        StreamWorld world = stream.world();
        if (contextRules.illegal(stream.entry(), context, world)) {
            return null;
        }
        boolean access = context.has(ContextDescriptor.HA);
        boolean two = world.twoPrivileges();
        return new Stage1(
                world,
                two ? context.get(ContextDescriptor.ASID) : 0,
                Halves.LOWER.decode(context, world, identification),
                two ? Halves.UPPER.decode(context, world, identification) : null,
                !access && !context.has(ContextDescriptor.AFFD),
                access,
                access && context.has(ContextDescriptor.HD),
                context.has(ContextDescriptor.WXN),
                two && context.has(ContextDescriptor.PAN),
                context.words().word(ContextDescriptor.MAIR0.word()),
                new FaultPolicy(
                        context.has(ContextDescriptor.S),
                        context.has(ContextDescriptor.R),
                        context.has(ContextDescriptor.A)));
    }
}
