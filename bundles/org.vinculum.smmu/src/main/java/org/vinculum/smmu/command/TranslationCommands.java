package org.vinculum.smmu.command;

import java.util.function.BooleanSupplier;
import org.vinculum.smmu.cache.Invalidation;
import org.vinculum.smmu.profile.Identification;
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
import org.vinculum.smmu.spec.command.TlbiScope;

/// Makes the model forget translations (IHI 0070, 4.4).
public final class TranslationCommands {
    /// Stands for EL2 in place of a VMID.
    private static final int EL2 = -1;

    private static final int ANY_ASID = -1;

    private final Identification identification;
    private final Invalidation caches;
    private final BooleanSupplier e2h;
    private final RangeDecoder ranges;

    /// @param e2h CR2.E2H
    public TranslationCommands(
            Identification identification, Invalidation caches, BooleanSupplier e2h) {
        this.identification = identification;
        this.caches = caches;
        this.e2h = e2h;
        this.ranges = new RangeDecoder(identification);
    }

    Verdict execute(TlbiNhAll command, Outstanding outstanding) {
        return run(
                identification.s1p(), outstanding, () -> caches.stage1OfVmid(vmid(command.vmid())));
    }

    Verdict execute(TlbiNhAsid command, Outstanding outstanding) {
        return run(
                identification.s1p(),
                outstanding,
                () -> caches.asid(vmid(command.vmid()), command.asid()));
    }

    Verdict execute(TlbiNhVa command, Outstanding outstanding) {
        return stage1(
                vmid(command.vmid()),
                command.asid(),
                command.scope(),
                command.address(),
                outstanding);
    }

    Verdict execute(TlbiNhVaa command, Outstanding outstanding) {
        return stage1(
                vmid(command.vmid()), ANY_ASID, command.scope(), command.address(), outstanding);
    }

    private Verdict stage1(
            int vmid, int asid, TlbiScope scope, long address, Outstanding outstanding) {
        return run(
                identification.s1p() && ranges.legal(scope),
                outstanding,
                () -> caches.virtualAddresses(vmid, asid, ranges.range(address, scope)));
    }

    Verdict execute(TlbiEl2All command, Outstanding outstanding) {
        return run(identification.hyp(), outstanding, caches::allEl2);
    }

    Verdict execute(TlbiEl2Asid command, Outstanding outstanding) {
        return run(identification.hyp(), outstanding, () -> caches.asid(EL2, command.asid()));
    }

    Verdict execute(TlbiEl2Va command, Outstanding outstanding) {
        int asid = e2h.getAsBoolean() ? command.asid() : ANY_ASID;
        return el2(asid, command.scope(), command.address(), outstanding);
    }

    Verdict execute(TlbiEl2Vaa command, Outstanding outstanding) {
        return el2(ANY_ASID, command.scope(), command.address(), outstanding);
    }

    private Verdict el2(int asid, TlbiScope scope, long address, Outstanding outstanding) {
        return run(
                identification.hyp() && ranges.legal(scope),
                outstanding,
                () -> caches.virtualAddresses(EL2, asid, ranges.range(address, scope)));
    }

    Verdict execute(TlbiS12Vmall command, Outstanding outstanding) {
        return run(identification.s2p(), outstanding, () -> caches.allOfVmid(command.vmid()));
    }

    Verdict execute(TlbiS2Ipa command, Outstanding outstanding) {
        return run(
                identification.s2p() && ranges.legal(command.scope()),
                outstanding,
                () ->
                        caches.intermediateAddresses(
                                command.vmid(), ranges.range(command.address(), command.scope())));
    }

    Verdict execute(TlbiNsnhAll command, Outstanding outstanding) {
        return run(true, outstanding, caches::allNonHyp);
    }

    /// Without stage 2 nothing is tagged with a VMID, and the field is ignored (IHI 0070, 4.4.2).
    private int vmid(int field) {
        return identification.s2p() ? field : 0;
    }

    private static Verdict run(boolean legal, Outstanding outstanding, Runnable invalidation) {
        if (!legal) {
            return Verdict.ILLEGAL;
        }
        invalidation.run();
        outstanding.invalidated();
        return Verdict.DONE;
    }
}
