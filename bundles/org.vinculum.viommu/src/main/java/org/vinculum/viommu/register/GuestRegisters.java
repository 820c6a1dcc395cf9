package org.vinculum.viommu.register;

import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Cr2;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;
import org.vinculum.viommu.identification.Shown;

/// The register frame as the guest reads and writes it, and what it has programmed as the rest of the virtual SMMU asks for it.
///
/// Reads come from any thread; everything else from one at a time.
public final class GuestRegisters {
    private final Shown shown;
    private final RegisterPage page = new RegisterPage();
    private final GlobalErrors errors = new GlobalErrors(page);
    private final Switches switches;
    private WritableBits writable;
    private RegisterEffects effects;
    private QueueEffects queues;

    public GuestRegisters(Shown shown) {
        this.shown = shown;
        this.switches = new Switches(shown, page);
        this.writable = new WritableBits(shown);
        IdentificationPage.put(page, shown);
        page.set(Gbpa.OFFSET, Switches.RESET_GBPA);
    }

    /// To be called once, before the first write.
    public void governs(RegisterEffects work, QueueEffects output) {
        effects = work;
        queues = output;
        errors.signalledBy(output::errorActivated);
    }

    /// The registers follow what is shown now, which has changed while nothing was on.
    public void identificationChanged() {
        SortedMap<String, Long> written = new TreeMap<>();
        save(written);
        follow(written);
    }

    private void follow(SortedMap<String, Long> written) {
        writable = new WritableBits(shown);
        IdentificationPage.put(page, shown);
        RegisterState.restore(written, page, writable);
        switches.restore(written);
        errors.restore(written);
    }

    /// The values behind the frame.
    public RegisterPage page() {
        return page;
    }

    public GlobalErrors errors() {
        return errors;
    }

    /// As [org.vinculum.domain.VirtualIommu#read]; 0 for what is no aligned access inside the frame.
    public long read(long offset, int width) {
        return page.read(offset, width);
    }

    /// As [org.vinculum.domain.VirtualIommu#write]; what is no aligned access inside the frame is ignored. A 64-bit write is one
    /// of both halves, the lower first.
    public void write(long offset, int width, long value) {
        if (RegisterPage.holds(offset, width)) {
            write((int) offset, (int) value);
            if (width == Long.BYTES) {
                write((int) offset + Integer.BYTES, (int) (value >>> Integer.SIZE));
            }
        }
    }

    private void write(int offset, int value) {
        switch (offset) {
            case Cr0.OFFSET -> switches.control(value, effects, queues);
            case Gbpa.OFFSET -> switches.bypass(value, effects);
            case IrqCtrl.OFFSET -> switches.interrupts(value);
            case Gerror.ACK_OFFSET -> acknowledge(value);
            default -> keep(offset, value);
        }
    }

    private void keep(int offset, int value) {
        int open = writable.open(offset, page);
        if (open == 0) {
            return;
        }
        page.set(offset, page.get(offset) & ~open | value & open);
        switch (offset) {
            case CmdqProd.OFFSET -> effects.commandsWaiting();
            case EventqCons.OFFSET -> queues.eventQueueChanged();
            case PriqCons.OFFSET -> queues.pageQueueChanged();
            default -> {}
        }
    }

    /// The error code goes with the error.
    private void acknowledge(int value) {
        page.set(Gerror.ACK_OFFSET, value & GlobalErrors.KNOWN);
        if (!commandErrorActive()) {
            page.set(CmdqCons.OFFSET, CmdqCons.ERR.in(cmdqCons(), Cerror.NONE.encoding()));
            effects.commandsWaiting();
        }
        queues.eventQueueChanged();
        queues.pageQueueChanged();
    }

    /// CR0.SMMUEN, whether it is acknowledged or not.
    public boolean smmuEnabled() {
        return Cr0.SMMUEN.isSet(page.get(Cr0.OFFSET));
    }

    /// CR0.CMDQEN, whether it is acknowledged or not.
    public boolean commandsEnabled() {
        return Cr0.CMDQEN.isSet(page.get(Cr0.OFFSET));
    }

    /// CR0.ATSCHK.
    public boolean atsChecks() {
        return Cr0.ATSCHK.isSet(page.get(Cr0.OFFSET));
    }

    /// CR2.RECINVSID.
    public boolean recordsBadStreamIds() {
        return Cr2.RECINVSID.isSet(page.get(Cr2.OFFSET));
    }

    /// STRTAB_BASE.
    public long strtabBase() {
        return page.getLong(StrtabBase.OFFSET);
    }

    /// STRTAB_BASE_CFG.
    public int strtabBaseCfg() {
        return page.get(StrtabBaseCfg.OFFSET);
    }

    /// CMDQ_BASE.
    public long cmdqBase() {
        return page.getLong(CmdqBase.OFFSET);
    }

    /// CMDQ_PROD.
    public int cmdqProd() {
        return page.get(CmdqProd.OFFSET);
    }

    /// CMDQ_CONS, with the error code.
    public int cmdqCons() {
        return page.get(CmdqCons.OFFSET);
    }

    /// GBPA, with UPDATE while a change is in progress.
    public int gbpa() {
        return page.get(Gbpa.OFFSET);
    }

    /// Commands have been consumed.
    ///
    /// @param cons index and wrap bit of the next one
    public void consumed(int cons) {
        page.set(CmdqCons.OFFSET, CmdqCons.RD.in(cmdqCons(), cons));
    }

    /// The command queue stops (IHI 0070, 7.1). The code is there before the error is.
    ///
    /// @param cons index and wrap bit of the command
    public void commandError(Cerror reason, int cons) {
        page.set(
                CmdqCons.OFFSET,
                CmdqCons.ERR.in(CmdqCons.RD.in(cmdqCons(), cons), reason.encoding()));
        errors.activate(Gerror.CMDQ_ERR);
    }

    /// Whether the command queue stands still until the guest acknowledges an error.
    public boolean commandErrorActive() {
        return errors.active(Gerror.CMDQ_ERR);
    }

    /// Everything that CR0.SMMUEN asks for is in effect.
    public void smmuEnableComplete() {
        switches.complete(Cr0.SMMUEN);
    }

    /// Everything that CR0.CMDQEN asks for is in effect.
    public void commandsEnableComplete() {
        switches.complete(Cr0.CMDQEN);
    }

    /// Everything that GBPA asks for is in effect.
    public void bypassComplete() {
        page.set(Gbpa.OFFSET, gbpa() & ~(int) Gbpa.UPDATE.mask());
    }

    /// Adds all registers of the frame but those that come in rows.
    public void save(SortedMap<String, Long> registers) {
        RegisterState.save(page, registers);
    }

    /// Asks again for what was still being turned on or off when the registers were saved.
    public void resume() {
        switches.resume(effects);
    }

    /// Takes over saved registers, without any effect but what they say; what is shown has been taken over already.
    public void restore(SavedState state) {
        follow(state.registers());
    }
}
