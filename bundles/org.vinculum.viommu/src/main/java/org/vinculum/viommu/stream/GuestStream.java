package org.vinculum.viommu.stream;

import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.StreamId;

/// A stream behind the virtual SMMU: where it is, what the guest wants of it, and what the host does with it.
public final class GuestStream {
    private final VirtualStream place;
    private final HostSmmu host;
    private StreamDecision decision = StreamDecision.Valid.of(new StreamSetting.Abort());
    private StreamSetting inForce = new StreamSetting.Abort();
    private int decidedIn;
    private boolean reported;

    GuestStream(VirtualStream place, HostSmmu host, int decidedIn) {
        this.place = place;
        this.host = host;
        this.decidedIn = decidedIn;
    }

    public StreamId vsid() {
        return place.vsid();
    }

    /// Its place among [HostsInUse].
    public int hostIndex() {
        return place.host();
    }

    public HostSmmu host() {
        return host;
    }

    /// As the hypervisor described it.
    public VirtualStream place() {
        return place;
    }

    /// What the host knows it by.
    public StreamId psid() {
        return place.psid();
    }

    /// As [VirtualStream#trusted()].
    public boolean trusted() {
        return place.trusted();
    }

    /// What was decided about it last, which the host follows unless work is due.
    public StreamDecision decision() {
        return decision;
    }

    /// Whether the guest's stage 1 translates it.
    public boolean translates() {
        return inForce instanceof StreamSetting.Stage1;
    }

    /// Whether automatic answers to its page requests carry the request's PASID (STE.PPAR).
    public boolean answersWithPasid() {
        return decision instanceof StreamDecision.Valid valid && valid.ppar();
    }

    /// A host has recorded something for it.
    public void reported() {
        reported = true;
    }

    /// Whether a host has recorded something since the setting was installed.
    boolean reportedSince() {
        return reported;
    }

    boolean decidedIn(int epoch) {
        return decidedIn == epoch;
    }

    void decided(StreamDecision decided, int epoch) {
        decision = decided;
        decidedIn = epoch;
    }

    /// Nobody knows what the host does.
    void forget() {
        inForce = null;
    }

    /// Whether the host does what was decided.
    boolean settled() {
        return decision.setting().equals(inForce);
    }

    /// Has the host do what was decided.
    ///
    /// @return host commands it took
    int install() {
        inForce = decision.setting();
        reported = false;
        return host.configure(place.psid(), inForce);
    }
}
