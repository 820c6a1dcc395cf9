package org.vinculum.hypervisor.host;

import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.command.StallTerm;
import org.vinculum.smmu.spec.event.PageRequest;

/// Word 0 of commands about one stream.
final class Commands {
    private Commands() {}

    /// CMD_CFGI_STE.
    static long entry(StreamId stream) {
        return Command.OPCODE.of(CfgiSte.NUMBER) | CfgiSte.STREAM_ID.of(stream.value());
    }

    /// CMD_CFGI_CD.
    static long context(StreamId stream, int substreamId) {
        return Command.OPCODE.of(CfgiCd.NUMBER)
                | CfgiCd.STREAM_ID.of(stream.value())
                | CfgiCd.SUBSTREAM_ID.of(substreamId);
    }

    /// CMD_CFGI_CD_ALL.
    static long contexts(StreamId stream) {
        return Command.OPCODE.of(CfgiCdAll.NUMBER) | CfgiCdAll.STREAM_ID.of(stream.value());
    }

    /// CMD_ATC_INV, whatever the substream.
    static long device(StreamId stream) {
        return Command.OPCODE.of(AtcInv.NUMBER) | AtcInv.STREAM_ID.of(stream.value());
    }

    /// CMD_PRI_RESP.
    static long answer(StreamId stream, Substream substream) {
        return Command.OPCODE.of(PriResp.NUMBER)
                | PriResp.STREAM_ID.of(stream.value())
                | substream.word();
    }

    /// CMD_PRI_RESP to one request.
    static long answer(Words pageRequest) {
        PageRequest request = PageRequest.decode(pageRequest);
        return answer(
                new StreamId(request.streamId()),
                request.ssv() ? Substream.of(request.substreamId()) : Substream.NONE);
    }

    /// CMD_RESUME.
    static long resume(StreamId stream, boolean retry, boolean abort) {
        return Command.OPCODE.of(Resume.NUMBER)
                | Resume.STREAM_ID.of(stream.value())
                | Resume.AC.of(retry)
                | Resume.AB.of(abort);
    }

    /// CMD_STALL_TERM.
    static long stallTerm(StreamId stream) {
        return Command.OPCODE.of(StallTerm.NUMBER) | StallTerm.STREAM_ID.of(stream.value());
    }
}
