package org.vinculum.qemu.vdma;

import java.lang.foreign.MemorySegment;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;

/// The transactions of one function, one at a time. They allocate nothing.
///
/// On its own stream the function asks for translations and keeps them while software lets it (ATS). What it is denied it tries
/// untranslated, so that the SMMU reports it.
final class Transactions {
    private static final int NO_SUBSTREAM = -1;
    private static final int NOT_WAITING = -1;

    private final FunctionControl function;
    private final Outcome outcome = new Outcome();
    private StreamPort stream;
    private boolean own;
    private int stag = NOT_WAITING;

    Transactions(FunctionControl function) {
        this.function = function;
    }

    /// @param stream what follows is on it; null for one that the SMMU does not have
    /// @param own whether it is the function's
    void use(StreamPort stream, boolean own) {
        this.stream = stream;
        this.own = own;
    }

    Answer read(long address, MemorySegment bytes) {
        return access(address, Access.READ, bytes);
    }

    Answer write(long address, MemorySegment bytes) {
        return access(address, Access.WRITE, bytes);
    }

    private Answer access(long address, int access, MemorySegment bytes) {
        if (stag != NOT_WAITING) {
            Release release = stream.take(stag);
            if (release == null) {
                return Answer.WAITS;
            }
            stag = NOT_WAITING;
            if (release != Release.RETRY) {
                return release == Release.ABORT ? Answer.REFUSED : ignored(access, bytes);
            }
        }
        if (stream == null || !function.isBusMaster()) {
            return Answer.REFUSED;
        }
        long physical = carry(address, access, bytes);
        return physical >= 0 ? Answer.DONE : stopped(physical, access, bytes);
    }

    private long carry(long address, int access, MemorySegment bytes) {
        long there = own ? translated(address, access) : Outcome.DENIED;
        return there < 0
                ? stream.port().transfer(NO_SUBSTREAM, address, access, bytes, outcome)
                : stream.port()
                        .transfer(NO_SUBSTREAM, there, access | Access.TRANSLATED, bytes, outcome);
    }

    /// What the function may use instead of an address; negative when it has to use the address itself.
    private long translated(long address, int access) {
        TranslationCache known = stream.translations();
        if (!function.mayAskForTranslations()) {
            known.clear();
            return Outcome.DENIED;
        }
        long there = known.find(address, access);
        if (there >= 0) {
            return there;
        }
        long answer = stream.port().requestTranslation(NO_SUBSTREAM, address, access, outcome);
        if (answer >= 0) {
            known.keep(address, answer, outcome.permissions());
        }
        return known.find(address, access);
    }

    private Answer stopped(long how, int access, MemorySegment bytes) {
        if (how == Outcome.STALLED) {
            stag = outcome.stag();
            return Answer.WAITS;
        }
        return how == Outcome.IGNORED ? ignored(access, bytes) : Answer.REFUSED;
    }

    private static Answer ignored(int access, MemorySegment bytes) {
        if (access == Access.READ) {
            bytes.fill((byte) 0);
        }
        return Answer.DONE;
    }
}
