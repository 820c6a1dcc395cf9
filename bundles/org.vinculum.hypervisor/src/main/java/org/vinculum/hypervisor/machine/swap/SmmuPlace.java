package org.vinculum.hypervisor.machine.swap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.hypervisor.host.ModelPlace;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.hypervisor.succession.ContestedPlace;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.swap.Contender;
import org.vinculum.swap.ModelFailedException;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapReport;

/// Which model stands for one physical SMMU. Its lock comes right before that of the SMMU's driver.
final class SmmuPlace extends ContestedPlace<Contender, IommuModelFactory> {
    private final String path;
    private final ModelPlace place;
    private final Installed installed;
    private final SwapLog log;
    private final Runnable moved;
    private final AtomicLong swaps = new AtomicLong();

    /// @param choice whom the first one was chosen by
    /// @param moved sees to it that what has waited goes on; called with the lock of the driver
    SmmuPlace(
            String path,
            String choice,
            ModelPlace place,
            Installed installed,
            SwapLog log,
            Runnable moved) {
        super(choice, log);
        this.path = path;
        this.place = place;
        this.installed = installed;
        this.log = log;
        this.moved = moved;
        place.onFallBack(this::fellBack);
    }

    ModelInPlace model() {
        Contender now = place.inPlace();
        return new ModelInPlace(
                path, choice(), now.factory().name(), now.version(), place.vacant(), swaps.get());
    }

    private void fellBack(Contender from, SwapReport report, ModelFailedException failure) {
        notAgain(from.factory());
        log.failed(
                path,
                report.from(),
                report.to(),
                Outcome.FELL_BACK,
                failure.getMessage(),
                report.pauseNanos());
        taken();
        SmmuPlaces.inBackground(path, this::leaveIfGone);
    }

    /// Who has taken over again may have gone since it stood there before.
    private void leaveIfGone() {
        IommuModelFactory again = service();
        if (!isInstalled(again) && leave(again)) {
            fill();
        }
    }

    private boolean isInstalled(IommuModelFactory model) {
        return Stream.of(installed.contenders(), installed.contenders(choice()))
                .flatMap(List::stream)
                .anyMatch(one -> one.factory() == model);
    }

    @Override
    protected void taken() {
        swaps.incrementAndGet();
        moved.run();
    }

    @Override
    protected String name() {
        return path;
    }

    @Override
    protected Contender inPlace() {
        return place.inPlace();
    }

    @Override
    protected boolean vacant() {
        return place.vacant();
    }

    @Override
    protected IommuModelFactory service(Contender offer) {
        return offer.factory();
    }

    @Override
    protected String title(Contender offer) {
        return offer.title();
    }

    @Override
    protected List<Contender> allowed(String choice) {
        return installed.contenders(choice);
    }

    /// Whoever is of the same kind, whatever its name.
    @Override
    protected List<Contender> heirs() {
        return installed.contenders().stream().filter(this::isAlike).toList();
    }

    private boolean isAlike(Contender any) {
        try {
            return place.kind().equals(any.factory().kind());
        } catch (RuntimeException | LinkageError _) {
            return false; // whoever cannot even say that does not take over
        }
    }

    @Override
    protected SwapReport exchange(Contender next) {
        return place.exchange(place.prepare(next));
    }

    @Override
    protected boolean vacate(IommuModelFactory gone) {
        if (place.vacant() || service() != gone) {
            return false;
        }
        place.vacate();
        return true;
    }

    @Override
    protected long reinstate() {
        boolean waited = place.vacant();
        long pause = place.reinstate();
        if (waited) {
            moved.run();
        }
        return pause;
    }

    @Override
    protected long pauseOfRefusal() {
        return place.latestPause();
    }

    @Override
    protected Duration grace() {
        return installed.swaps().grace();
    }

    @Override
    protected String missing(String asked) {
        return "No model " + asked + " is installed.";
    }

    @Override
    protected String closing() {
        return "The machine is closed.";
    }

    @Override
    protected String waiting() {
        return "transactions and commands wait";
    }
}
