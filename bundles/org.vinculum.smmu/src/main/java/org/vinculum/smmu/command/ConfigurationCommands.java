package org.vinculum.smmu.command;

import org.vinculum.smmu.cache.Invalidation;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;

/// Makes the model forget stream table entries and context descriptors (IHI 0070, 4.3).
public final class ConfigurationCommands {
    private static final int ALL = 31;

    private final Identification identification;
    private final Invalidation caches;

    public ConfigurationCommands(Identification identification, Invalidation caches) {
        this.identification = identification;
        this.caches = caches;
    }

    Verdict execute(CfgiSte command, Outstanding outstanding) {
        caches.configurationOfStreams(command.streamId(), 1, command.leaf());
        outstanding.invalidated();
        return Verdict.DONE;
    }

    Verdict execute(CfgiSteRange command, Outstanding outstanding) {
        if (command.range() == ALL) {
            caches.allConfiguration();
        } else {
            long count = 2L << command.range();
            caches.configurationOfStreams(command.streamId() & (int) -count, count, false);
        }
        outstanding.invalidated();
        return Verdict.DONE;
    }

    Verdict execute(CfgiCd command, Outstanding outstanding) {
        if (!identification.s1p()) {
            return Verdict.ILLEGAL;
        }
        caches.configurationOfSubstream(command.streamId(), command.substreamId(), command.leaf());
        outstanding.invalidated();
        return Verdict.DONE;
    }

    Verdict execute(CfgiCdAll command, Outstanding outstanding) {
        if (!identification.s1p()) {
            return Verdict.ILLEGAL;
        }
        caches.configurationOfSubstreams(command.streamId());
        outstanding.invalidated();
        return Verdict.DONE;
    }
}
