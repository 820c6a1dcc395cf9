package org.vinculum.swap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.smmu.spec.register.Iidr;
import org.vinculum.swap.register.Identification;
import org.vinculum.swap.register.RegisterMap;

/// What software has been shown by the first model of a place, and may rely on whoever stands there later.
///
/// @param kind as [IommuModelFactory#kind()]
/// @param errata that software has been told of
/// @param frameSize in bytes
/// @param identification what every later one is made with
/// @param claims the state of the first after its creation, as if all that it says of itself were in use; null where it did not
///     give it
record Shown(
        String kind,
        Set<Erratum> errata,
        long frameSize,
        Map<String, Long> identification,
        SavedState claims) {
    private static final String SMMUV3 = "smmuv3";

    /// @param asked what the first was made with
    static Shown by(IommuModelFactory factory, IommuModel first, Map<String, Long> asked) {
        SavedState reset = saved(first);
        Map<String, Long> identification = new LinkedHashMap<>(asked);
        if (reset != null) {
            identification.putAll(Identification.of(reset));
        }
        return new Shown(
                factory.kind(),
                Set.copyOf(factory.errata()),
                first.frameSize(),
                Map.copyOf(identification),
                reset == null ? null : inUse(reset));
    }

    /// Whoever cannot be saved may stand there, though nobody can follow him.
    private static SavedState saved(IommuModel first) {
        try {
            return first.save();
        } catch (RuntimeException | LinkageError _) {
            return null;
        }
    }

    /// As software would leave it that has set something up.
    static SavedState inUse(SavedState reset) {
        SortedMap<String, Long> registers = new TreeMap<>(reset.registers());
        registers.put("CR0", 1L);
        return new SavedState(
                reset.kind(),
                reset.version(),
                reset.model(),
                registers,
                reset.stalled(),
                reset.more());
    }

    /// Whether all interrupts come on one line.
    boolean oneLine() {
        return errata.contains(Erratum.ONE_INTERRUPT);
    }

    /// As [Candidate#iidr()].
    int iidr(IommuModel model) {
        return kind.equals(SMMUV3) ? (int) model.read(Iidr.OFFSET, Integer.BYTES) : 0;
    }

    /// Where a model's registers are.
    RegisterMap registers(IommuModel model) {
        return kind.equals(SMMUV3)
                ? RegisterMap.of(model, errata.contains(Erratum.INDEXES_ON_PAGE_0))
                : RegisterMap.NONE;
    }
}
