package org.vinculum.viommu.command;

import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.command.StallTerm;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stall.PageGroups;
import org.vinculum.viommu.stall.Stalls;
import org.vinculum.viommu.stream.Budget;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.GuestStreams;
import org.vinculum.viommu.stream.HostsInUse;

/// What the guest says to its devices: ATC_INV, PRI_RESP, RESUME and STALL_TERM (IHI 0070, 4.5, 4.7). A stream that is not the
/// guest's, and what it has not been asked, are passed over.
final class DeviceCommands {
    /// As [org.vinculum.domain.HostSmmu#invalidateDevice] says.
    private static final int INVALIDATION_COMMANDS = 3;

    private static final long SUBSTREAM =
            Substream.SSV.mask() | Substream.SUBSTREAM_ID.mask() | AtcInv.GLOBAL.mask();
    private static final long RANGE = AtcInv.SIZE.mask() | AtcInv.ADDRESS.mask();

    private final GuestRegisters registers;
    private final GuestStreams streams;
    private final HostsInUse hosts;
    private final Stalls stalls;
    private final PageGroups groups;
    private final Shown shown;

    DeviceCommands(
            GuestRegisters registers,
            GuestStreams streams,
            HostsInUse hosts,
            Stalls stalls,
            PageGroups groups,
            Shown shown) {
        this.registers = registers;
        this.streams = streams;
        this.hosts = hosts;
        this.stalls = stalls;
        this.groups = groups;
        this.shown = shown;
    }

    Step invalidate(CommandInProgress command, Budget budget) {
        GuestStream stream = streams.find((int) AtcInv.STREAM_ID.get(command.word0()));
        if (stream == null || !registers.smmuEnabled()) {
            return Step.DONE;
        }
        if (!budget.allows(stream.host(), INVALIDATION_COMMANDS)) {
            return command.suspend(0);
        }
        long from = shown.ssidSize() > 0 ? command.word0() & SUBSTREAM : 0;
        int taken =
                stream.host()
                        .invalidateDevice(
                                stream.psid(), from | AtcInv.NUMBER, command.word1() & RANGE);
        return given(stream, taken, budget);
    }

    Step respond(CommandInProgress command, Budget budget) {
        GuestStream stream = streams.find((int) PriResp.STREAM_ID.get(command.word0()));
        if (stream == null || !registers.smmuEnabled()) {
            return Step.DONE;
        }
        if (!budget.allows(stream.host(), 1)) {
            return command.suspend(0);
        }
        int group = (int) PriResp.PRG_INDEX.get(command.word1());
        if (!groups.answered(stream.vsid().value(), group)) {
            return Step.DONE;
        }
        Substream from = Substream.from(command.word0());
        stream.host()
                .respond(
                        stream.psid(),
                        from.ssv() && shown.ssidSize() > 0 ? from.id() : -1,
                        group,
                        Response.values()[(int) PriResp.RESP.get(command.word1())]);
        return given(stream, 1, budget);
    }

    Step resume(CommandInProgress command, Budget budget) {
        GuestStream stream = streams.find((int) Resume.STREAM_ID.get(command.word0()));
        if (stream == null) {
            return Step.DONE;
        }
        if (!budget.allows(stream.host(), 1)) {
            return command.suspend(0);
        }
        boolean retry = Resume.AC.isSet(command.word0());
        boolean abort = Resume.AB.isSet(command.word0());
        int stag = (int) Resume.STAG.get(command.word1());
        int known = stalls.resumed(stream.vsid().value(), stag, retry, abort);
        if (known == Stalls.NONE) {
            return Step.DONE;
        }
        stream.host().resume(stream.psid(), known, retry, abort);
        return given(stream, 1, budget);
    }

    Step terminate(CommandInProgress command, Budget budget) {
        GuestStream stream = streams.find((int) StallTerm.STREAM_ID.get(command.word0()));
        if (stream == null) {
            return Step.DONE;
        }
        if (!budget.allows(stream.host(), 1)) {
            return command.suspend(0);
        }
        stalls.drop(stream.vsid().value());
        stream.host().terminateStalls(stream.psid());
        return given(stream, 1, budget);
    }

    private Step given(GuestStream stream, int commands, Budget budget) {
        hosts.touch(stream.hostIndex());
        budget.spend(commands);
        return Step.DONE;
    }
}
