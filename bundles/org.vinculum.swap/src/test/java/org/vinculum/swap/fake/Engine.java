package org.vinculum.swap.fake;

import java.util.Map;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapReport;
import org.vinculum.swap.SwappableModel;

/// A place in which the engine stands that stands in real ones, and software that drives it by raw words.
public final class Engine {
    public static final long COMMANDS = Around.RAM + 0x1000;
    private static final long EVENTS = Around.RAM + 0x2000;
    private static final long PAGE_REQUESTS = Around.RAM + 0x3000;
    private static final long STREAMS = Around.RAM + 0x4000;
    private static final long CONTEXT = Around.RAM + 0x5000;
    private static final long TABLE = Around.RAM + 0x6000;

    public final Around around = new Around();
    public SwappableModel model;
    private int producer;

    public static IommuModelFactory factory(String name) {
        for (SmmuProfile one : Profiles.all()) {
            if (one.name().equals(name)) {
                return new SmmuFactory(one, TranslationEngine.maker(CacheSizes.ORDINARY));
            }
        }
        throw new IllegalArgumentException(name);
    }

    public static Contender contender(String name) {
        return new Contender(factory(name), "");
    }

    /// Queues of 16 entries, 16 streams, all on.
    public void start(String name, Map<String, Long> identification) {
        model =
                new SwappableModel(
                        "/smmu",
                        contender(name),
                        around.surroundings(),
                        identification,
                        Seat.PATIENT);
        model.write(0x80, 8, STREAMS);
        model.write(0x88, 4, 4);
        model.write(0x90, 8, COMMANDS | 4);
        model.write(0xa0, 8, EVENTS | 4);
        model.write(0xc0, 8, PAGE_REQUESTS | 4);
        model.write(0x50, 4, 0x7);
        model.write(0x20, 4, 0xf);
    }

    public SwapReport swap(String name) {
        return model.exchange(model.prepare(contender(name)));
    }

    /// A stream with stage 1 over an empty table, where every access waits: T0SZ 25, EPD1, V, AA64, S, R, A.
    public void stalling(int stream) {
        around.put(STREAMS + 64L * stream, 0xb | CONTEXT);
        around.put(CONTEXT, 0x0000_7200_c000_0019L, TABLE);
    }

    /// Queues a command.
    public void put(long word0, long word1) {
        around.put(COMMANDS + 16L * (producer & 0xf), word0, word1);
        producer = producer + 1 & 0x1f;
        model.write(0x98, 4, producer);
    }

    /// Has a command executed.
    public void command(long word0, long word1) {
        put(word0, word1);
        while (model.process(4)) {
            continue;
        }
    }
}
