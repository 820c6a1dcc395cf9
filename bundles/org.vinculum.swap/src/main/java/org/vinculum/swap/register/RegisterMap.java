package org.vinculum.swap.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vinculum.iommu.IommuModel;
import org.vinculum.smmu.spec.register.CmdqControlPageBase;
import org.vinculum.smmu.spec.register.EcmdqBase;
import org.vinculum.smmu.spec.register.EcmdqCons;
import org.vinculum.smmu.spec.register.EcmdqProd;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr6;
import org.vinculum.smmu.spec.register.Page;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;

/// Which registers an SMMUv3 has and where, by the names of a saved state.
public final class RegisterMap {
    /// What an SMMU moves without being written to.
    private static final Set<String> MOVING =
            Set.of(
                    "CMDQ_CONS",
                    "EVENTQ_PROD",
                    "PRIQ_PROD",
                    "GERROR",
                    "GBPA",
                    "GATOS_CTRL",
                    "GATOS_PAR");

    /// Knows no register: for a model of another kind.
    public static final RegisterMap NONE = new RegisterMap(List.of(), List.of());

    private final List<Place> all;
    private final List<Place> moving;

    private RegisterMap(List<Place> all, List<Place> moving) {
        this.all = List.copyOf(all);
        this.moving = List.copyOf(moving);
    }

    /// @param model which says how many enhanced command queues it has, and where
    /// @param onPage0 whether the indexes of the output queues are on page 0 and page 1 is not there
    public static RegisterMap of(IommuModel model, boolean onPage0) {
        List<Place> all = new ArrayList<>();
        for (Register register : Registers.ALL) {
            if (register.count() == 1
                    && (register.page() == Page.PAGE_0 || register.page() == Page.PAGE_1)) {
                all.add(new Place(register.name(), offset(register, onPage0), register.size()));
            }
        }
        List<Place> moving = new ArrayList<>();
        for (Place place : all) {
            if (MOVING.contains(place.name())) {
                moving.add(place);
            }
        }
        enhancedQueues(model, all, moving);
        return new RegisterMap(all, moving);
    }

    private static long offset(Register register, boolean onPage0) {
        return onPage0 && register.page() == Page.PAGE_1
                ? register.offset() - Page.SIZE
                : register.offset();
    }

    private static void enhancedQueues(IommuModel model, List<Place> all, List<Place> moving) {
        if (!Idr1.ECMDQ.isSet((int) model.read(Idr1.OFFSET, Integer.BYTES))) {
            return;
        }
        int idr6 = (int) model.read(Idr6.OFFSET, Integer.BYTES);
        int pages = 1 << Idr6.CMDQ_CONTROL_PAGE_LOG2NUMP.get(idr6);
        int queues = 1 << Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ.get(idr6);
        for (int page = 0; page < pages; page++) {
            long base =
                    model.read(
                            CmdqControlPageBase.OFFSET + (long) page * CmdqControlPageBase.STRIDE,
                            Long.BYTES);
            for (int i = 0; i < queues; i++) {
                long start =
                        CmdqControlPageBase.ADDR.inPlace(base) + (long) i * (Page.SIZE / queues);
                int number = page * queues + i;
                Place consumer = new Place("ECMDQ_CONS" + number, start + EcmdqCons.OFFSET, 4);
                all.add(new Place("ECMDQ_BASE" + number, start + EcmdqBase.OFFSET, 8));
                all.add(new Place("ECMDQ_PROD" + number, start + EcmdqProd.OFFSET, 4));
                all.add(consumer);
                moving.add(consumer);
            }
        }
    }

    /// The registers that an access of some bytes reaches.
    public List<Place> at(long offset, int width) {
        List<Place> reached = new ArrayList<>(2);
        for (Place place : all) {
            if (place.overlaps(offset, width)) {
                reached.add(place);
            }
        }
        return reached;
    }

    public List<Place> moving() {
        return moving;
    }
}
