package org.vinculum.smmu.fake;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.cache.Invalidation;
import org.vinculum.smmu.control.CurrentControl;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.walk.Translation;
import org.vinculum.smmu.walk.Translator;

/// Stands in for tables and caches: notes what it is asked, in words.
public final class FakeTranslation implements Translator, Invalidation, Translation.Maker {
    public final List<String> asked = new ArrayList<>();
    public CurrentControl control;
    public FaultSink faults;
    public long probeResult;
    public int pasidInAnswers;

    @Override
    public Translation make(
            Identification identification,
            PhysicalMemory memory,
            CurrentControl current,
            FaultSink sink) {
        control = current;
        faults = sink;
        return new Translation(this, this);
    }

    /// What was asked since the last time.
    public List<String> takeAsked() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    private void note(String what, Object... values) {
        StringBuilder text = new StringBuilder(what);
        for (Object value : values) {
            text.append(' ')
                    .append(
                            value instanceof Long address
                                    ? "0x" + Long.toHexString(address)
                                    : value);
        }
        asked.add(text.toString());
    }

    @Override
    public long translate(int stream, int substream, long address, int access, Outcome outcome) {
        return address;
    }

    @Override
    public long requestTranslation(
            int stream, int substream, long address, int access, Outcome outcome) {
        return Outcome.DENIED;
    }

    @Override
    public void prefetchConfiguration(int stream, int substream) {
        note("prefetch configuration", stream, substream);
    }

    @Override
    public void prefetchAddress(int stream, int substream, long address) {
        note("prefetch", stream, substream, address);
    }

    @Override
    public long probe(
            int stream, int substream, long address, int access, int stages, boolean passive) {
        note("probe", stream, substream, address, access, stages, passive);
        return probeResult;
    }

    @Override
    public int pasidInAnswers(int stream) {
        return pasidInAnswers;
    }

    @Override
    public void configurationOfStreams(int first, long count, boolean leaf) {
        note("streams", Integer.toUnsignedLong(first), count, leaf);
    }

    @Override
    public void allConfiguration() {
        note("all configuration");
    }

    @Override
    public void configurationOfSubstream(int stream, int substream, boolean leaf) {
        note("substream", stream, substream, leaf);
    }

    @Override
    public void configurationOfSubstreams(int stream) {
        note("substreams", stream);
    }

    @Override
    public void allNonHyp() {
        note("all non-hyp");
    }

    @Override
    public void allEl2() {
        note("all EL2");
    }

    @Override
    public void stage1OfVmid(int vmid) {
        note("stage 1 of VMID", vmid);
    }

    @Override
    public void allOfVmid(int vmid) {
        note("all of VMID", vmid);
    }

    @Override
    public void asid(int vmid, int asid) {
        note("ASID", vmid, asid);
    }

    @Override
    public void virtualAddresses(int vmid, int asid, long first, long last, boolean leaf) {
        note("VA", vmid, asid, first, last, leaf);
    }

    @Override
    public void intermediateAddresses(int vmid, long first, long last, boolean leaf) {
        note("IPA", vmid, first, last, leaf);
    }

    @Override
    public void complete() {}
}
