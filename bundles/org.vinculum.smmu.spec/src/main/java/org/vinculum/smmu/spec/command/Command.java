package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// One 16-byte entry of the Non-secure command queue (IHI 0070, 4.1).
///
/// Whether a command is legal depends on the ID registers and is not decided here. Reserved fields that are not zero are
/// ignored (4.1.5).
public sealed interface Command
        permits AtcInv,
                CfgiCd,
                CfgiCdAll,
                CfgiSte,
                CfgiSteRange,
                CfgiVmsPidm,
                DptiAll,
                DptiPa,
                ImplementationDefined,
                OtherInterface,
                PrefetchAddr,
                PrefetchConfig,
                PriResp,
                Reserved,
                Resume,
                StallTerm,
                Sync,
                TlbiEl2All,
                TlbiEl2Asid,
                TlbiEl2Va,
                TlbiEl2Vaa,
                TlbiNhAll,
                TlbiNhAsid,
                TlbiNhVa,
                TlbiNhVaa,
                TlbiNsnhAll,
                TlbiS12Vmall,
                TlbiS2Ipa {
    /// Bytes of an entry.
    int SIZE = 16;

    Bits OPCODE = bits(7, 0);

    /// The stream is a Secure one. Such a command is an [OtherInterface], as it is ILLEGAL on a Non-secure queue (4.1.6).
    Bits SSEC = bit(10);

    /// 8 bits.
    int opcode();

    /// The two words of the entry.
    ///
    /// @throws IllegalArgumentException when a component has more bits than its field; what an address has outside its
    ///     field is dropped
    Words encode();

    /// @param entry 2 words
    static Command decode(Words entry) {
        return decode(entry.word(0), entry.word(1));
    }

    /// Every pair of words is some command.
    static Command decode(long word0, long word1) {
        int opcode = (int) OPCODE.get(word0);
        if (ImplementationDefined.has(opcode)) {
            return new ImplementationDefined(opcode, Words.of(word0, word1));
        }
        if (SSEC.isSet(word0) || OtherInterface.has(opcode)) {
            return new OtherInterface(opcode, Words.of(word0, word1));
        }
        return switch (opcode) {
            case PrefetchConfig.NUMBER -> PrefetchConfig.from(word0);
            case PrefetchAddr.NUMBER -> PrefetchAddr.from(word0, word1);
            case CfgiSte.NUMBER -> CfgiSte.from(word0, word1);
            case CfgiSteRange.NUMBER -> CfgiSteRange.from(word0, word1);
            case CfgiCd.NUMBER -> CfgiCd.from(word0, word1);
            case CfgiCdAll.NUMBER -> CfgiCdAll.from(word0);
            case CfgiVmsPidm.NUMBER -> CfgiVmsPidm.from(word0);
            case TlbiNhAll.NUMBER -> TlbiNhAll.from(word0);
            case TlbiNhAsid.NUMBER -> TlbiNhAsid.from(word0);
            case TlbiNhVa.NUMBER -> TlbiNhVa.from(word0, word1);
            case TlbiNhVaa.NUMBER -> TlbiNhVaa.from(word0, word1);
            case TlbiEl2All.NUMBER -> new TlbiEl2All();
            case TlbiEl2Asid.NUMBER -> TlbiEl2Asid.from(word0);
            case TlbiEl2Va.NUMBER -> TlbiEl2Va.from(word0, word1);
            case TlbiEl2Vaa.NUMBER -> TlbiEl2Vaa.from(word0, word1);
            case TlbiS12Vmall.NUMBER -> TlbiS12Vmall.from(word0);
            case TlbiS2Ipa.NUMBER -> TlbiS2Ipa.from(word0, word1);
            case TlbiNsnhAll.NUMBER -> new TlbiNsnhAll();
            case AtcInv.NUMBER -> AtcInv.from(word0, word1);
            case PriResp.NUMBER -> PriResp.from(word0, word1);
            case Resume.NUMBER -> Resume.from(word0, word1);
            case StallTerm.NUMBER -> StallTerm.from(word0);
            case Sync.NUMBER -> Sync.from(word0, word1);
            case DptiAll.NUMBER -> new DptiAll();
            case DptiPa.NUMBER -> new DptiPa(Words.of(word0, word1));
            default -> new Reserved(opcode);
        };
    }
}
