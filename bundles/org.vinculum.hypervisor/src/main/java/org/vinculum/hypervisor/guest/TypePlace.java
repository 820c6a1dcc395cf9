package org.vinculum.hypervisor.guest;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.hypervisor.succession.ContestedPlace;
import org.vinculum.swap.SwapReport;

/// Which type of virtual IOMMU stands in one place. Its lock comes after that of the administration and before that of the
/// virtual IOMMU.
final class TypePlace extends ContestedPlace<OfferedType, VirtualIommuType> {
    private final Succession place;
    private final Function<String, List<OfferedType>> offered;
    private final Duration grace;

    /// @param choice which types may stand there, a name or a filter
    /// @param offered those that a choice allows, best first
    TypePlace(
            Succession place,
            String choice,
            Function<String, List<OfferedType>> offered,
            Duration grace,
            SwapLog log) {
        super(choice, log);
        this.place = place;
        this.offered = offered;
        this.grace = grace;
    }

    @Override
    protected String name() {
        return place.place();
    }

    @Override
    protected OfferedType inPlace() {
        return place.inPlace();
    }

    @Override
    protected boolean vacant() {
        return place.vacant();
    }

    @Override
    protected VirtualIommuType service(OfferedType offer) {
        return offer.type();
    }

    @Override
    protected String title(OfferedType offer) {
        return offer.title();
    }

    @Override
    protected List<OfferedType> allowed(String choice) {
        return offered.apply(choice);
    }

    /// Whoever is left of that name.
    @Override
    protected List<OfferedType> heirs() {
        return offered.apply(place.inPlace().name());
    }

    @Override
    protected SwapReport exchange(OfferedType next) {
        return place.swap(next);
    }

    @Override
    protected boolean vacate(VirtualIommuType gone) {
        return place.vacate(gone);
    }

    @Override
    protected long reinstate() {
        return place.reinstate();
    }

    /// Nobody waits but for a swap that is done.
    @Override
    protected long pauseOfRefusal() {
        return 0;
    }

    @Override
    protected Duration grace() {
        return grace;
    }

    @Override
    protected String missing(String asked) {
        return "No virtual IOMMU " + asked + " is installed.";
    }

    @Override
    protected String closing() {
        return "The domain is gone.";
    }

    @Override
    protected String waiting() {
        return "the guest's register writes wait";
    }
}
