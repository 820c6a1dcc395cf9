package org.vinculum.smmu.command;

import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.CfgiVmsPidm;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.DptiAll;
import org.vinculum.smmu.spec.command.DptiPa;
import org.vinculum.smmu.spec.command.ImplementationDefined;
import org.vinculum.smmu.spec.command.OtherInterface;
import org.vinculum.smmu.spec.command.PrefetchAddr;
import org.vinculum.smmu.spec.command.PrefetchConfig;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Reserved;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.command.StallTerm;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiEl2All;
import org.vinculum.smmu.spec.command.TlbiEl2Asid;
import org.vinculum.smmu.spec.command.TlbiEl2Va;
import org.vinculum.smmu.spec.command.TlbiEl2Vaa;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNhVaa;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.command.TlbiS12Vmall;
import org.vinculum.smmu.spec.command.TlbiS2Ipa;
import org.vinculum.smmu.vendor.VendorSide;

/// Executes commands of the Non-secure queues (IHI 0070, 4). Which is illegal depends on the identification; that comes before
/// anything that would make it ignored (4.1.3). Reserved fields are ignored (4.1.5).
///
/// CFGI_VMS_PIDM and DPTI_* are illegal because the model has neither MPAM nor a DPT.
public final class CommandExecutor {
    private final VendorSide vendor;
    private final PrefetchCommands prefetch;
    private final ConfigurationCommands configuration;
    private final TranslationCommands translation;
    private final EndpointCommands endpoint;
    private final StallCommands stall;
    private final SyncCommand sync;

    /// @param vendor what opcodes 0x80 to 0x8f do
    public CommandExecutor(
            VendorSide vendor,
            PrefetchCommands prefetch,
            ConfigurationCommands configuration,
            TranslationCommands translation,
            EndpointCommands endpoint,
            StallCommands stall,
            SyncCommand sync) {
        this.vendor = vendor;
        this.prefetch = prefetch;
        this.configuration = configuration;
        this.translation = translation;
        this.endpoint = endpoint;
        this.stall = stall;
        this.sync = sync;
    }

    /// @param outstanding of the queue that the command comes from
    public Verdict execute(long word0, long word1, Outstanding outstanding) {
        if (!Command.SSEC.isSet(word0)) {
            switch ((int) Command.OPCODE.get(word0)) {
                case TlbiNhVa.NUMBER, TlbiNhVaa.NUMBER, TlbiNhAsid.NUMBER, TlbiNhAll.NUMBER -> {
                    return translation.execute(word0, word1, outstanding);
                }
                case Sync.NUMBER -> {
                    complete();
                    return sync.execute(word0, word1, outstanding);
                }
                default -> {
                    // not what comes in floods
                }
            }
        }
        complete();
        return execute(Command.decode(word0, word1), word0, word1, outstanding);
    }

    /// To be called when there are no more commands for now.
    public void complete() {
        translation.complete();
    }

    private Verdict execute(Command command, long word0, long word1, Outstanding outstanding) {
        return switch (command) {
            case PrefetchConfig one -> prefetch.execute(one);
            case PrefetchAddr one -> prefetch.execute(one);
            case CfgiSte one -> configuration.execute(one, outstanding);
            case CfgiSteRange one -> configuration.execute(one, outstanding);
            case CfgiCd one -> configuration.execute(one, outstanding);
            case CfgiCdAll one -> configuration.execute(one, outstanding);
            case TlbiNhAll _,
                    TlbiNhAsid _,
                    TlbiNhVa _,
                    TlbiNhVaa _,
                    TlbiEl2All _,
                    TlbiEl2Asid _,
                    TlbiEl2Va _,
                    TlbiEl2Vaa _,
                    TlbiS12Vmall _,
                    TlbiS2Ipa _,
                    TlbiNsnhAll _ ->
                    translation.execute(word0, word1, outstanding);
            case AtcInv one -> endpoint.execute(one, outstanding);
            case PriResp one -> endpoint.execute(one);
            case Resume one -> stall.execute(one);
            case StallTerm one -> stall.execute(one);
            case Sync _ -> sync.execute(word0, word1, outstanding);
            case ImplementationDefined _ -> Verdict.legalIf(vendor.execute(word0, word1));
            case CfgiVmsPidm _, DptiAll _, DptiPa _, OtherInterface _, Reserved _ ->
                    Verdict.ILLEGAL;
        };
    }
}
