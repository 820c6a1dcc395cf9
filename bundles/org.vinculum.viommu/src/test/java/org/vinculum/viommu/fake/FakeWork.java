package org.vinculum.viommu.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.work.GuestWork;

/// Keeps what the registers tell it, has one stream, and does nothing.
public final class FakeWork implements GuestWork {
    private final List<String> told = new ArrayList<>();
    private boolean pasid;

    /// What it was told, in this order.
    public List<String> told() {
        return told;
    }

    public void answersWithPasid(boolean with) {
        pasid = with;
    }

    @Override
    public void smmuEnabled(boolean on) {
        told.add("SMMUEN " + on);
    }

    @Override
    public void commandsEnabled(boolean on) {
        told.add("CMDQEN " + on);
    }

    @Override
    public void bypassChanged() {
        told.add("GBPA");
    }

    @Override
    public void commandsWaiting() {
        told.add("commands");
    }

    @Override
    public VirtualStream find(StreamId vsid) {
        return vsid.value() == 7 ? new VirtualStream(vsid, 0, new StreamId(0x107), false) : null;
    }

    @Override
    public boolean answersWithPasid(StreamId vsid) {
        return pasid;
    }

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public int process(int budget) {
        return 0;
    }

    @Override
    public void progress() {
        told.add("progress");
    }

    @Override
    public void attach(VirtualStream stream) {
        told.add("attach " + stream.vsid());
    }

    @Override
    public void detach(StreamId vsid) {
        told.add("detach " + vsid);
    }

    @Override
    public void event(StreamId vsid, Words record) {
        told.add("event " + vsid);
    }

    @Override
    public void pageRequest(StreamId vsid, Words record) {
        told.add("pageRequest " + vsid);
    }

    @Override
    public VirtualIommu.Counts counts(long events, long eventsDropped) {
        return new VirtualIommu.Counts(0, 0, 0, 0, events, eventsDropped, 0, 0);
    }

    @Override
    public void save(List<Stalled> stalled, SortedMap<String, String> more) {
        more.put("FAKE", "saved");
    }

    @Override
    public List<String> refusals(SavedState state) {
        return "refuse".equals(state.more().get("FAKE")) ? List.of("No such work.") : List.of();
    }

    @Override
    public void restore(SavedState state) {
        told.add("restore");
    }
}
