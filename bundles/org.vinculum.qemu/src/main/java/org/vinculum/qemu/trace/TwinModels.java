package org.vinculum.qemu.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr2;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr4;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;
import org.vinculum.smmu.spec.register.Iidr;

/// Finds a model that can be what an SMMU shows.
final class TwinModels {
    private static final String GENERIC = "smmuv3-";
    private static final SequencedMap<String, Integer> IDENTIFICATION = new LinkedHashMap<>();

    static {
        IDENTIFICATION.put("IDR0", Idr0.OFFSET);
        IDENTIFICATION.put("IDR1", Idr1.OFFSET);
        IDENTIFICATION.put("IDR2", Idr2.OFFSET);
        IDENTIFICATION.put("IDR3", Idr3.OFFSET);
        IDENTIFICATION.put("IDR4", Idr4.OFFSET);
        IDENTIFICATION.put("IDR5", Idr5.OFFSET);
        IDENTIFICATION.put("IDR6", Idr6.OFFSET);
        IDENTIFICATION.put("IIDR", Iidr.OFFSET);
        IDENTIFICATION.put("AIDR", Aidr.OFFSET);
    }

    private TwinModels() {}

    /// What an SMMU shows, by architectural name.
    static SortedMap<String, Long> identification(RegisterReads smmu) {
        SortedMap<String, Long> values = new TreeMap<>();
        IDENTIFICATION.forEach(
                (name, offset) -> values.put(name, Integer.toUnsignedLong(smmu.read(offset))));
        return values;
    }

    /// The model of that name, else a generic one, the highest version first, else any.
    ///
    /// @throws LiveGuestRefusedException when none can be what the SMMU shows
    static IommuModelFactory find(GuestSmmu smmu, String name, List<IommuModelFactory> models) {
        SortedMap<String, Long> identification = identification(smmu::read);
        int producer = producer(smmu.frameSize(), smmu::read, smmu::write);
        List<String> reasons = new ArrayList<>();
        for (IommuModelFactory model : inOrder(name, models)) {
            String reason = reason(model, identification, producer);
            if (reason.isEmpty()) {
                return model;
            }
            reasons.add(model.name() + " cannot be traced with: " + reason);
        }
        throw new LiveGuestRefusedException(
                reasons.isEmpty() ? List.of("there is no model to trace with") : reasons);
    }

    private static List<IommuModelFactory> inOrder(String name, List<IommuModelFactory> models) {
        List<IommuModelFactory> ordered = new ArrayList<>(models);
        ordered.sort(
                Comparator.comparing((IommuModelFactory model) -> !model.name().equals(name))
                        .thenComparing(model -> !model.name().startsWith(GENERIC))
                        .thenComparing(IommuModelFactory::name, Comparator.reverseOrder()));
        return ordered;
    }

    /// Why a model cannot be like that; empty when it can.
    private static String reason(
            IommuModelFactory factory, Map<String, Long> identification, int producer) {
        try {
            IommuModel model =
                    factory.create(
                            new IommuSurroundings(NOTHING, _ -> {}, Endpoints.NONE),
                            identification);
            return producer(model.frameSize(), model::read, model::write) == producer
                    ? ""
                    : "its event queue's indexes are on another page";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    interface RegisterWrites {
        void write(long offset, int width, long value);
    }

    /// Where EVENTQ_PROD is: on page 1, or on page 0 of an SMMU that has none there (Cavium erratum 74). To be asked after reset,
    /// when the queue is off and its indexes can be written.
    static int producer(long frameSize, RegisterReads reads, RegisterWrites writes) {
        if (frameSize <= EventqCons.OFFSET) {
            return EventqProd.ALIAS_OFFSET;
        }
        int before = reads.read(EventqCons.OFFSET);
        writes.write(EventqCons.OFFSET, Integer.BYTES, before ^ 1);
        boolean kept = reads.read(EventqCons.OFFSET) != before;
        writes.write(EventqCons.OFFSET, Integer.BYTES, before);
        return kept ? EventqProd.OFFSET : EventqProd.ALIAS_OFFSET;
    }

    private static final PhysicalMemory NOTHING =
            new PhysicalMemory() {
                @Override
                public Ram ram(long address) {
                    return null;
                }

                @Override
                public boolean writeInt(long address, int value) {
                    return false;
                }
            };
}
