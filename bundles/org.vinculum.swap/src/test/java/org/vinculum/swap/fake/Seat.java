package org.vinculum.swap.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;

/// What tests of a place have in common.
public final class Seat {
    /// Long enough for what is done at once on a busy machine.
    public static final SwapSettings PATIENT =
            new SwapSettings(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO);

    /// Too short for what never ends.
    public static final SwapSettings HASTY =
            new SwapSettings(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ZERO);

    public static final long CR0 = 0x20;
    public static final long GERROR = 0x60;
    public static final long CMDQ_PROD = 0x98;
    public static final long CMDQ_CONS = 0x9c;
    public static final long EVENTQ_PROD = 0x1_00a8;

    /// What is to happen later.
    public final List<Runnable> later = new ArrayList<>();

    public final Around around = new Around();

    public static Contender one(FakeFactory factory) {
        return new Contender(factory, "1.0");
    }
}
