package org.vinculum.viommu.identification;

import java.util.List;
import org.vinculum.domain.HostSmmu;
import org.vinculum.smmu.spec.encoding.Granule;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// What the guest is shown of its SMMU, by the fields that decide what it may do: the one place that the virtual SMMU asks.
///
/// Changes only while the guest has turned nothing on, and when a saved state is taken over; ask again for each command.
public final class Shown {
    private Identification values;
    private boolean frozen;

    public Shown(Identification values) {
        this.values = values;
    }

    /// The registers themselves.
    public Identification values() {
        return values;
    }

    /// From now on the guest may be using whatever it has been shown.
    public void freeze() {
        frozen = true;
    }

    public boolean frozen() {
        return frozen;
    }

    /// Shows something else to a guest that has turned nothing on.
    void replace(Identification others) {
        values = others;
    }

    /// Goes on for a guest that was shown this where it came from, and may be using it.
    public void takeOver(Identification elsewhere) {
        values = elsewhere;
        frozen = true;
    }

    /// What is shown and a host does not have.
    ///
    /// @return fields with both values, empty when the host can stand behind this
    public List<String> lacking(HostSmmu host) {
        return Lacking.of(values, Identification.of(host));
    }

    public Idr0 idr0() {
        return values.idr0();
    }

    public Idr1 idr1() {
        return values.idr1();
    }

    public Idr3 idr3() {
        return values.idr3();
    }

    public Idr5 idr5() {
        return values.idr5();
    }

    /// Bits of a stream ID, 0 to 32.
    public int sidSize() {
        return idr1().get(Idr1.SIDSIZE);
    }

    /// Bits of a substream ID, 0 (no substreams) to 20.
    public int ssidSize() {
        return idr1().get(Idr1.SSIDSIZE);
    }

    /// 0 stall and terminate, 1 terminate only, 2 stall forced.
    public int stallModel() {
        return idr0().get(Idr0.STALL_MODEL);
    }

    /// How many transactions may be stalled at once; 0 without stalls.
    public int stallMax() {
        return idr5().get(Idr5.STALL_MAX);
    }

    /// Bits of a guest physical address.
    public int outputBits() {
        return Oas.of(idr5().get(Idr5.OAS)).bits();
    }

    /// Ones where a guest physical address may have them.
    public long outputMask() {
        return (1L << outputBits()) - 1;
    }

    public boolean ats() {
        return idr0().has(Idr0.ATS);
    }

    public boolean pri() {
        return idr0().has(Idr0.PRI);
    }

    public boolean cd2l() {
        return idr0().has(Idr0.CD2L);
    }

    /// Stream tables may have two levels.
    public boolean twoLevelStreamTable() {
        return idr0().get(Idr0.ST_LEVEL) == 1;
    }

    public boolean asid16() {
        return idr0().has(Idr0.ASID16);
    }

    public boolean msi() {
        return idr0().has(Idr0.MSI);
    }

    /// Invalidations may name a range.
    public boolean ril() {
        return idr3().has(Idr3.RIL);
    }

    /// 52-bit addresses with granules of 4 and 16 KiB; SCALE of a range has a sixth bit.
    public boolean ds() {
        return idr5().has(Idr5.DS);
    }

    public boolean granule(Granule granule) {
        return switch (granule) {
            case KB_4 -> idr5().has(Idr5.GRAN4K);
            case KB_16 -> idr5().has(Idr5.GRAN16K);
            case KB_64 -> idr5().has(Idr5.GRAN64K);
        };
    }

    /// Automatic answers to page requests have the request's PASID whatever STE.PPAR says.
    public boolean pps() {
        return idr3().has(Idr3.PPS);
    }

    /// Binary logarithm of the most entries of the command queue.
    public int cmdqs() {
        return idr1().get(Idr1.CMDQS);
    }

    /// Binary logarithm of the most entries of the event queue.
    public int eventqs() {
        return idr1().get(Idr1.EVENTQS);
    }

    /// Binary logarithm of the most entries of the PRI queue.
    public int priqs() {
        return idr1().get(Idr1.PRIQS);
    }
}
