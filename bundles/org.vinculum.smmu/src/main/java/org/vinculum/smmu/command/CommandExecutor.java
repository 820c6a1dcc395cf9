package org.vinculum.smmu.command;

import org.vinculum.iommu.VendorCommands;
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

/// Executes commands of the Non-secure queues (IHI 0070, 4). Which is illegal depends on the identification; that comes before
/// anything that would make it ignored (4.1.3). Reserved fields are ignored (4.1.5).
///
/// CFGI_VMS_PIDM and DPTI_* are illegal because the model has neither MPAM nor a DPT.
public final class CommandExecutor {
    private final VendorCommands vendor;
    private final PrefetchCommands prefetch;
    private final ConfigurationCommands configuration;
    private final TranslationCommands translation;
    private final EndpointCommands endpoint;
    private final StallCommands stall;
    private final SyncCommand sync;

    /// @param vendor what opcodes 0x80 to 0x8f do
    public CommandExecutor(
            VendorCommands vendor,
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
    public Verdict execute(Command command, Outstanding outstanding) {
        return switch (command) {
            case PrefetchConfig one -> prefetch.execute(one);
            case PrefetchAddr one -> prefetch.execute(one);
            case CfgiSte one -> configuration.execute(one, outstanding);
            case CfgiSteRange one -> configuration.execute(one, outstanding);
            case CfgiCd one -> configuration.execute(one, outstanding);
            case CfgiCdAll one -> configuration.execute(one, outstanding);
            case TlbiNhAll one -> translation.execute(one, outstanding);
            case TlbiNhAsid one -> translation.execute(one, outstanding);
            case TlbiNhVa one -> translation.execute(one, outstanding);
            case TlbiNhVaa one -> translation.execute(one, outstanding);
            case TlbiEl2All one -> translation.execute(one, outstanding);
            case TlbiEl2Asid one -> translation.execute(one, outstanding);
            case TlbiEl2Va one -> translation.execute(one, outstanding);
            case TlbiEl2Vaa one -> translation.execute(one, outstanding);
            case TlbiS12Vmall one -> translation.execute(one, outstanding);
            case TlbiS2Ipa one -> translation.execute(one, outstanding);
            case TlbiNsnhAll one -> translation.execute(one, outstanding);
            case AtcInv one -> endpoint.execute(one, outstanding);
            case PriResp one -> endpoint.execute(one);
            case Resume one -> stall.execute(one);
            case StallTerm one -> stall.execute(one);
            case Sync one -> sync.execute(one, outstanding);
            case ImplementationDefined own ->
                    Verdict.legalIf(vendor.execute(own.entry().word(0), own.entry().word(1)));
            case CfgiVmsPidm _, DptiAll _, DptiPa _, OtherInterface _, Reserved _ ->
                    Verdict.ILLEGAL;
        };
    }
}
