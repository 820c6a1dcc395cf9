package org.vinculum.viommu.command;

import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stream.Budget;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.GuestStreams;
import org.vinculum.viommu.stream.HostsInUse;

/// CFGI_*: the guest has changed entries of its tables (IHI 0070, 4.3). Only its own streams are looked at, and nothing at all
/// while SMMUEN is 0.
final class ConfigurationCommands {
    private static final int ALL = 31;

    private final GuestRegisters registers;
    private final GuestStreams streams;
    private final HostsInUse hosts;
    private final Shown shown;

    ConfigurationCommands(
            GuestRegisters registers, GuestStreams streams, HostsInUse hosts, Shown shown) {
        this.registers = registers;
        this.streams = streams;
        this.hosts = hosts;
        this.shown = shown;
    }

    Step stream(CommandInProgress command, Budget budget) {
        long id = CfgiSte.STREAM_ID.get(command.word0());
        return streams(id, id, command, budget);
    }

    Step streams(CommandInProgress command, Budget budget) {
        int range = (int) CfgiSteRange.RANGE.get(command.word1());
        if (range == ALL) {
            return streams(0, CfgiSteRange.STREAM_ID.highest(), command, budget);
        }
        long size = 2L << range;
        long first = CfgiSteRange.STREAM_ID.get(command.word0()) & -size;
        return streams(first, first + size - 1, command, budget);
    }

    private Step streams(long first, long last, CommandInProgress command, Budget budget) {
        if (!registers.smmuEnabled()) {
            return Step.DONE;
        }
        int place = streams.ceiling(Math.max(first, command.cursor()));
        while (place < streams.count()) {
            GuestStream stream = streams.at(place++);
            long id = stream.vsid().unsigned();
            if (id > last) {
                break;
            }
            if (!streams.configure(stream, budget)) {
                return command.suspend(id);
            }
        }
        return Step.DONE;
    }

    Step context(CommandInProgress command, Budget budget) {
        GuestStream stream = streams.find((int) CfgiCd.STREAM_ID.get(command.word0()));
        int substream = (int) CfgiCd.SUBSTREAM_ID.get(command.word0());
        if (stream == null || !stream.translates() || substream >>> shown.ssidSize() != 0) {
            return Step.DONE;
        }
        if (!budget.allows(stream.host(), 1)) {
            return command.suspend(0);
        }
        boolean leaf = CfgiCd.LEAF.isSet(command.word1());
        stream.host().invalidateContext(stream.psid(), substream, leaf);
        return given(stream, 1, budget);
    }

    Step contexts(CommandInProgress command, Budget budget) {
        GuestStream stream = streams.find((int) CfgiCdAll.STREAM_ID.get(command.word0()));
        if (stream == null || !stream.translates()) {
            return Step.DONE;
        }
        if (!budget.allows(stream.host(), 1)) {
            return command.suspend(0);
        }
        stream.host().invalidateContexts(stream.psid());
        return given(stream, 1, budget);
    }

    private Step given(GuestStream stream, int commands, Budget budget) {
        hosts.touch(stream.hostIndex());
        budget.spend(commands);
        return Step.DONE;
    }
}
