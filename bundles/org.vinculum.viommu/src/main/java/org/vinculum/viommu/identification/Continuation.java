package org.vinculum.viommu.identification;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// Whether a virtual SMMU can go on as one that showed something else: it has the same shape, and showed nothing that no virtual
/// SMMU does.
final class Continuation {
    private static final long IDR0 =
            Idr0.S1P.mask()
                    | Idr0.TTF.mask()
                    | Idr0.COHACC.mask()
                    | Idr0.HTTU.mask()
                    | Idr0.ATS.mask()
                    | Idr0.ASID16.mask()
                    | Idr0.MSI.mask()
                    | Idr0.PRI.mask()
                    | Idr0.CD2L.mask()
                    | Idr0.TTENDIAN.mask()
                    | Idr0.STALL_MODEL.mask()
                    | Idr0.TERM_MODEL.mask()
                    | Idr0.ST_LEVEL.mask();
    private static final long IDR1 =
            Idr1.SIDSIZE.mask()
                    | Idr1.SSIDSIZE.mask()
                    | Idr1.PRIQS.mask()
                    | Idr1.EVENTQS.mask()
                    | Idr1.CMDQS.mask();
    private static final long IDR3 =
            Idr3.HAD.mask()
                    | Idr3.PPS.mask()
                    | Idr3.STT.mask()
                    | Idr3.RIL.mask()
                    | Idr3.BBML.mask()
                    | Idr3.E0PD.mask()
                    | Idr3.EPAN.mask();
    private static final long IDR5 =
            Idr5.OAS.mask()
                    | Idr5.GRAN4K.mask()
                    | Idr5.GRAN16K.mask()
                    | Idr5.GRAN64K.mask()
                    | Idr5.DS.mask()
                    | Idr5.VAX.mask()
                    | Idr5.STALL_MAX.mask();
    private static final int QUEUE_LIMIT = 19;

    private Continuation() {}

    static List<String> refusals(Identification here, Identification elsewhere) {
        List<String> reasons = new ArrayList<>();
        other("IDR0", elsewhere.idr0().value() & ~IDR0, reasons);
        other("IDR1", elsewhere.idr1().value() & ~IDR1, reasons);
        other("IDR3", elsewhere.idr3().value() & ~IDR3, reasons);
        other("IDR5", elsewhere.idr5().value() & ~IDR5, reasons);
        if (elsewhere.idr1().get(Idr1.SIDSIZE) != here.idr1().get(Idr1.SIDSIZE)) {
            reasons.add("The guest has been shown another size of stream IDs (IDR1.SIDSIZE).");
        }
        if (elsewhere.idr5().get(Idr5.OAS) != here.idr5().get(Idr5.OAS)) {
            reasons.add("The guest has been shown another size of addresses (IDR5.OAS).");
        }
        if (elsewhere.idr1().get(Idr1.CMDQS) > QUEUE_LIMIT
                || elsewhere.idr1().get(Idr1.EVENTQS) > QUEUE_LIMIT
                || elsewhere.idr1().get(Idr1.PRIQS) > QUEUE_LIMIT) {
            reasons.add("The guest has been shown larger queues than there are (IDR1).");
        }
        return reasons;
    }

    private static void other(String register, long bits, List<String> reasons) {
        if ((int) bits != 0) {
            reasons.add(
                    register
                            + " has bits set that no virtual SMMU shows: 0x"
                            + Integer.toHexString((int) bits)
                            + ".");
        }
    }
}
