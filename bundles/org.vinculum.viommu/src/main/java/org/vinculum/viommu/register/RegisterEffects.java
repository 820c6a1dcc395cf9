package org.vinculum.viommu.register;

/// What writes of registers cause elsewhere. Called from within a guest's write, so nothing here takes long: what does is noted
/// and done in [org.vinculum.domain.VirtualIommu#process], which then calls [GuestRegisters] back.
public interface RegisterEffects {
    /// CR0.SMMUEN has been written with another value; CR0ACK follows with [GuestRegisters#smmuEnableComplete], which may be
    /// called at once.
    void smmuEnabled(boolean on);

    /// CR0.CMDQEN has been written with another value; CR0ACK follows with [GuestRegisters#commandsEnableComplete] as soon as
    /// no command is in progress, which may be at once.
    void commandsEnabled(boolean on);

    /// GBPA has a new value; its UPDATE is cleared by [GuestRegisters#bypassComplete], which may be called at once.
    void bypassChanged();

    /// There may be commands to process: CMDQ_PROD was written, or an error acknowledged.
    void commandsWaiting();
}
