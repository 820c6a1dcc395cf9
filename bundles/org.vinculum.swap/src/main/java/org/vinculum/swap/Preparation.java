package org.vinculum.swap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.swap.around.RevocableSurroundings;
import org.vinculum.swap.register.Identification;
import org.vinculum.swap.register.OwedInterrupts;
import org.vinculum.swap.register.RegisterMap;

/// Finds out, before anything is stopped, whether a model may take over, and makes it.
final class Preparation {
    /// Times the deadline: nobody is held meanwhile, and classes may have to be loaded.
    private static final int PATIENCE = 5;

    private static final IommuSurroundings NOTHING = new RevocableSurroundings().surroundings();

    private final String place;
    private final Shown shown;
    private final Duration patience;

    Preparation(String place, Shown shown, Duration deadline) {
        this.place = place;
        this.shown = shown;
        this.patience = deadline.multipliedBy(PATIENCE);
    }

    /// @throws SwapRefusedException with all that speaks against it
    Candidate of(Contender next) {
        var reach = new RevocableSurroundings();
        try {
            Made made =
                    Deadline.call("swap " + place + ": make", patience, () -> made(next, reach));
            return new Candidate(
                    made.ready(), made.iidr(), new ReadyThread("swap " + place + ": hand over"));
        } catch (TimeoutException late) {
            throw new SwapRefusedException(
                    next.title() + " was not made and tried within " + patience.toMillis() + " ms.",
                    late);
        } catch (ExecutionException failed) {
            throw Failures.refusal(next, "failed when it was made and tried", failed.getCause());
        }
    }

    /// @param iidr as [Candidate#iidr()]
    private record Made(Occupant ready, int iidr) {}

    private Made made(Contender next, RevocableSurroundings reach) {
        IommuModelFactory factory = next.factory();
        refuse(strangeness(next));
        rehearse(next);
        IommuModel model = factory.create(reach.surroundings(), shown.identification());
        refuse(differences(next, model));
        return new Made(
                new Occupant(next, model, reach, shown.registers(model)), shown.iidr(model));
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new SwapRefusedException(reasons);
        }
    }

    /// What no making can mend.
    private List<String> strangeness(Contender next) {
        List<String> reasons = new ArrayList<>();
        if (shown.claims() == null) {
            reasons.add("What stands at " + place + " does not give its state.");
        }
        String kind = next.factory().kind();
        if (!kind.equals(shown.kind())) {
            reasons.add(next.title() + " is a " + kind + ", not a " + shown.kind() + ".");
        }
        Set<Erratum> errata = next.factory().errata();
        for (Erratum erratum : Erratum.values()) {
            if (!allowed(erratum, shown.errata().contains(erratum), errata.contains(erratum))) {
                reasons.add(
                        next.title()
                                + (errata.contains(erratum) ? " has" : " has not")
                                + " the erratum "
                                + erratum
                                + ", of which software was told otherwise.");
            }
        }
        return reasons;
    }

    private static boolean allowed(Erratum erratum, boolean told, boolean there) {
        return switch (erratum) {
            case PREFETCH_BREAKS -> told || !there;
            case INDEXES_ON_PAGE_0, ONE_INTERRUPT -> told == there;
        };
    }

    /// One that is as its maker wants it takes over what may be in use, out of sight, in all steps of a swap: what fails in
    /// them, or has to be loaded for them, is found while nobody waits.
    private void rehearse(Contender next) {
        var reach = new RevocableSurroundings();
        IommuModel trial = next.factory().create(reach.surroundings(), Map.of());
        var occupant = new Occupant(next, trial, reach, RegisterMap.NONE);
        SavedState claims = shown.claims();
        try {
            Handover.take(occupant, claims, NOTHING);
        } catch (UnsupportedStateException lacking) {
            throw new SwapRefusedException(Failures.lacks(next, lacking));
        }
        new OwedInterrupts(claims, NOTHING, shown.oneLine()).replay();
        new Probation(occupant, occupant, claims, shown.frameSize()).end();
        reach.revoke();
    }

    private List<String> differences(Contender next, IommuModel model) {
        List<String> reasons = new ArrayList<>();
        if (model.frameSize() < shown.frameSize()) {
            reasons.add(
                    "%s has registers of 0x%x bytes, less than the 0x%x that software was shown."
                            .formatted(next.title(), model.frameSize(), shown.frameSize()));
        }
        Map<String, Long> says = Identification.of(model.save());
        for (String name : Identification.NAMES) {
            Long instead = says.get(name);
            Long promised = shown.identification().get(name);
            if (promised != null && !promised.equals(instead)) {
                reasons.add("%s does not show %s as 0x%x.".formatted(next.title(), name, promised));
            }
        }
        return reasons;
    }
}
