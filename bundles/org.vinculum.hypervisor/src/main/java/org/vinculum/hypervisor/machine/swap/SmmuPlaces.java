package org.vinculum.hypervisor.machine.swap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.hypervisor.host.ModelPlace;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.machine.turn.Bell;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Who stands for the physical SMMUs of one machine.
public final class SmmuPlaces implements ModelWatcher {
    private final Installed installed;
    private final SwapLog log;
    private final Map<String, SmmuPlace> places = new LinkedHashMap<>();

    /// @param smmus by path
    /// @param choices whom the first ones were chosen by, in the same order
    public SmmuPlaces(
            Map<String, PhysicalSmmu> smmus,
            Map<String, String> choices,
            Installed installed,
            SwapLog log,
            Bell bell) {
        this.installed = installed;
        this.log = log;
        smmus.forEach((path, smmu) ->
                smmu.driver()
                        .place()
                        .ifPresent(place ->
                                places.put(
                                        path, place(path, choices.get(path), place, smmu, bell))));
    }

    private SmmuPlace place(
            String path, String choice, ModelPlace place, PhysicalSmmu smmu, Bell bell) {
        return new SmmuPlace(
                path,
                choice,
                place,
                installed,
                log,
                () -> {
                    smmu.owe();
                    smmu.report();
                    bell.ring();
                });
    }

    /// From here on they follow the models that come and go.
    public void begin() {
        installed.watch(this);
    }

    /// As [org.vinculum.domain.Machine#models].
    public List<ModelInPlace> models() {
        return places.values().stream().map(SmmuPlace::model).toList();
    }

    /// As [org.vinculum.domain.Machine#swap].
    public SwapReport swap(String smmu, String model) {
        SmmuPlace place = places.get(smmu);
        if (place == null) {
            String reason = "There is no SMMU " + smmu + " whose model can be changed.";
            log.failed(smmu, "", model, Outcome.REFUSED, reason, 0);
            throw new SwapRefusedException(List.of(reason));
        }
        return place.swap(model);
    }

    @Override
    public void came(IommuModelFactory model) {
        places.forEach((path, place) -> {
            if (place.wants(model)) {
                inBackground(path, place::follow);
            }
        });
    }

    @Override
    public void gone(IommuModelFactory model) {
        places.forEach((path, place) -> gone(path, place, model));
    }

    private static void gone(String path, SmmuPlace place, IommuModelFactory model) {
        if (place.leave(model)) {
            inBackground(path, place::fill);
        }
    }

    @Override
    public void look() {
        List<IommuModelFactory> there = new ArrayList<>();
        installed.contenders().forEach(one -> there.add(one.factory()));
        places.forEach((path, place) -> {
            if (!there.contains(place.service())) {
                gone(path, place, place.service());
            } else if (place.behind()) {
                inBackground(path, place::follow);
            }
        });
    }

    static void inBackground(String path, Runnable work) {
        Thread.ofPlatform().daemon().name("vinculum swap " + path).start(work);
    }

    /// Nothing changes any more, and whoever waits goes on.
    public void close() {
        installed.unwatch(this);
        places.values().forEach(SmmuPlace::close);
    }
}
