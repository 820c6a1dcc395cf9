package org.vinculum.smmu.register;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.Cr0;

/// CR0 and CR0ACK: turns the parts of the SMMU on and off (IHI 0070, 6.3.9). Every change is done, and acknowledged, when the
/// write returns.
public final class GlobalControl implements Cell {
    /// The parts that are turned on and off.
    public interface Parts {
        /// The value of CR0 is the new one already.
        void translation(boolean on);

        void events(boolean on);

        /// The effective value: only while translation is on.
        void pageRequests(boolean on);

        void commands(boolean on);
    }

    private final int implemented;
    private final boolean ats;
    private Parts parts;
    private int value;

    public GlobalControl(Identification identification) {
        this.implemented = (int) implemented(identification);
        this.ats = identification.ats();
    }

    private static long implemented(Identification identification) {
        long bits = Cr0.SMMUEN.mask() | Cr0.EVENTQEN.mask() | Cr0.CMDQEN.mask();
        bits |= identification.pri() ? Cr0.PRIQEN.mask() : 0;
        return bits | (identification.ats() ? Cr0.ATSCHK.mask() : 0);
    }

    /// To be called once, before the first write.
    public void governs(Parts governed) {
        parts = governed;
    }

    @Override
    public int read() {
        return value;
    }

    @Override
    public void write(int written) {
        value = written & implemented;
        parts.translation(translating());
        parts.events(Cr0.EVENTQEN.isSet(value));
        parts.pageRequests(translating() && requestsPages());
        parts.commands(commands());
    }

    /// SMMUEN.
    public boolean translating() {
        return Cr0.SMMUEN.isSet(value);
    }

    /// PRIQEN as written, which is what guards the queue's registers.
    public boolean requestsPages() {
        return Cr0.PRIQEN.isSet(value);
    }

    /// EVENTQEN.
    public boolean events() {
        return Cr0.EVENTQEN.isSet(value);
    }

    /// CMDQEN.
    public boolean commands() {
        return Cr0.CMDQEN.isSet(value);
    }

    /// ATSCHK. Without ATS nobody can have been given a translation, so whoever claims to have one is checked, and refused.
    public boolean checksTranslated() {
        return !ats || Cr0.ATSCHK.isSet(value);
    }

    /// Whether any queue is enabled, which guards the attributes of all of them.
    boolean anyQueue() {
        return events() || requestsPages() || commands();
    }
}
