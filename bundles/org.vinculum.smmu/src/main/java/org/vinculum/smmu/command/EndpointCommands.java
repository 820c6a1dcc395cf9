package org.vinculum.smmu.command;

import java.util.function.BooleanSupplier;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.PriResp;

/// Speaks to devices that cache translations and ask for pages (IHI 0070, 4.5). Ignored while SMMUEN is 0.
public final class EndpointCommands {
    private static final int PAGE_SHIFT = 12;

    /// The size from which all 2^64 bytes are meant.
    private static final int EVERYTHING = 52;

    private static final int RESERVED_RESPONSE = 3;

    private final Identification identification;
    private final Endpoints endpoints;
    private final BooleanSupplier enabled;

    /// @param enabled CR0.SMMUEN
    public EndpointCommands(
            Identification identification, Endpoints endpoints, BooleanSupplier enabled) {
        this.identification = identification;
        this.endpoints = endpoints;
        this.enabled = enabled;
    }

    Verdict execute(AtcInv command, Outstanding outstanding) {
        if (!identification.ats() || command.size() > EVERYTHING) {
            return Verdict.ILLEGAL;
        }
        if (enabled.getAsBoolean() && !invalidate(command)) {
            outstanding.deviceTimedOut();
        }
        return Verdict.DONE;
    }

    private boolean invalidate(AtcInv command) {
        long size = command.size() == EVERYTHING ? 0 : 1L << PAGE_SHIFT + command.size();
        int substream = substream(command.substream());
        return endpoints.invalidate(
                command.streamId(),
                substream,
                command.address() & -size,
                size,
                command.global() && substream >= 0);
    }

    Verdict execute(PriResp command) {
        if (!identification.pri() || command.resp() == RESERVED_RESPONSE) {
            return Verdict.ILLEGAL;
        }
        if (enabled.getAsBoolean()) {
            endpoints.respond(
                    command.streamId(),
                    substream(command.substream()),
                    command.prgIndex(),
                    Response.values()[command.resp()]);
        }
        return Verdict.DONE;
    }

    /// Without substreams SSV counts as 0.
    private int substream(Substream substream) {
        return substream.ssv() && identification.ssidSize() > 0 ? substream.id() : -1;
    }
}
