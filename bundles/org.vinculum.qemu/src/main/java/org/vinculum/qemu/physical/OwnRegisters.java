package org.vinculum.qemu.physical;

import java.util.Map;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr5;

/// What a model says of itself when nobody asks it to say something else.
public record OwnRegisters(Idr0 idr0, Idr1 idr1, Idr5 idr5) {
    /// Asks a model that is made for that alone.
    public static OwnRegisters of(IommuModelFactory factory) {
        var nowhere = new IommuSurroundings(new Nothing(), _ -> {}, Endpoints.NONE);
        IommuModel model = factory.create(nowhere, Map.of());
        return new OwnRegisters(
                new Idr0(read(model, Idr0.OFFSET)),
                new Idr1(read(model, Idr1.OFFSET)),
                new Idr5(read(model, Idr5.OFFSET)));
    }

    /// @param values by architectural name, all three among them
    public static OwnRegisters of(Map<String, Long> values) {
        return new OwnRegisters(
                new Idr0(values.get("IDR0").intValue()),
                new Idr1(values.get("IDR1").intValue()),
                new Idr5(values.get("IDR5").intValue()));
    }

    private static int read(IommuModel model, int offset) {
        return (int) model.read(offset, Integer.BYTES);
    }

    private static final class Nothing implements PhysicalMemory {
        @Override
        public Ram ram(long address) {
            return null;
        }

        @Override
        public boolean writeInt(long address, int value) {
            return false;
        }
    }
}
