package org.vinculum.swap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.swap.around.RevocableSurroundings;
import org.vinculum.swap.register.CommonValues;
import org.vinculum.swap.register.Identification;

/// What every model of a pool can show, so that each can take over from each other.
public final class CommonIdentification {
    /// Nobody waits for it but the caller, and classes may have to be loaded.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private CommonIdentification() {}

    /// The values of IDR0 to IDR6 that all can show and do.
    ///
    /// @param pool models of SMMUv3, at least one
    /// @throws IllegalArgumentException when there are none; the message says why, a line for each reason
    public static Map<String, Long> of(List<IommuModelFactory> pool) {
        if (pool.isEmpty()) {
            throw new IllegalArgumentException("no models");
        }
        List<String> reasons = new ArrayList<>();
        Map<String, Map<String, Long>> own = new LinkedHashMap<>();
        for (IommuModelFactory factory : pool) {
            own.put(factory.name(), Identification.of(saved(factory)));
        }
        Map<String, Long> common = CommonValues.of(own, reasons);
        refuse(reasons);
        SavedState claims = claims(pool.getFirst(), common);
        for (IommuModelFactory factory : pool) {
            check(factory, claims, common, reasons);
        }
        refuse(reasons);
        return common;
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reasons));
        }
    }

    private static SavedState saved(IommuModelFactory factory) {
        return within(factory, () -> made(factory, Map.of()).save());
    }

    private static SavedState claims(IommuModelFactory factory, Map<String, Long> common) {
        return within(factory, () -> Shown.inUse(made(factory, common).save()));
    }

    /// What a rule of the fields has missed.
    private static void check(
            IommuModelFactory factory,
            SavedState claims,
            Map<String, Long> common,
            List<String> reasons) {
        within(
                factory,
                () -> {
                    made(factory, common);
                    try {
                        made(factory, Map.of()).restore(claims);
                    } catch (UnsupportedStateException lacking) {
                        reasons.addAll(Failures.lacks(new Contender(factory, ""), lacking));
                    }
                    return claims;
                });
    }

    private static IommuModel made(IommuModelFactory factory, Map<String, Long> identification) {
        return factory.create(new RevocableSurroundings().surroundings(), identification);
    }

    private static SavedState within(IommuModelFactory factory, Callable<SavedState> work) {
        try {
            return Deadline.call("identification of " + factory.name(), PATIENCE, work);
        } catch (TimeoutException | ExecutionException failed) {
            throw new IllegalArgumentException(
                    factory.name() + " cannot be made and asked: " + failed.getMessage(), failed);
        }
    }
}
