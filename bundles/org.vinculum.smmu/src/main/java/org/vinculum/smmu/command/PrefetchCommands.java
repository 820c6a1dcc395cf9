package org.vinculum.smmu.command;

import java.util.function.BooleanSupplier;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.command.PrefetchAddr;
import org.vinculum.smmu.spec.command.PrefetchConfig;
import org.vinculum.smmu.walk.Translator;

/// Fills caches before transactions need them (IHI 0070, 4.2). Nothing that goes wrong is recorded.
public final class PrefetchCommands {
    /// More translations than this are not prefetched by one command, so that it takes no longer than others.
    static final int MOST_TRANSLATIONS = 64;

    private static final int PAGE_SHIFT = 12;

    private final Translator translator;
    private final BooleanSupplier enabled;
    private final boolean broken;
    private final boolean strides;
    private final boolean substreams;

    /// @param enabled CR0.SMMUEN
    /// @param broken whether the command queue does not survive it
    public PrefetchCommands(
            Identification identification,
            Translator translator,
            BooleanSupplier enabled,
            boolean broken) {
        this.translator = translator;
        this.enabled = enabled;
        this.broken = broken;
        this.strides = identification.minor() > 0;
        this.substreams = identification.ssidSize() > 0;
    }

    Verdict execute(PrefetchConfig command) {
        if (broken) {
            return Verdict.STUCK;
        }
        if (enabled.getAsBoolean()) {
            translator.prefetchConfiguration(command.streamId(), substream(command.substream()));
        }
        return Verdict.DONE;
    }

    Verdict execute(PrefetchAddr command) {
        if (broken) {
            return Verdict.STUCK;
        }
        if (enabled.getAsBoolean()) {
            prefetch(command);
        }
        return Verdict.DONE;
    }

    private void prefetch(PrefetchAddr command) {
        int count = command.size() < Integer.SIZE - 1 ? 1 << command.size() : Integer.MAX_VALUE;
        long stride = 1L << PAGE_SHIFT + (strides ? command.stride() : 0);
        int substream = substream(command.substream());
        for (int i = 0; i < Math.min(count, MOST_TRANSLATIONS); i++) {
            translator.prefetchAddress(
                    command.streamId(), substream, command.address() + i * stride);
        }
    }

    private int substream(Substream substream) {
        return substream.ssv() && substreams ? substream.id() : -1;
    }
}
