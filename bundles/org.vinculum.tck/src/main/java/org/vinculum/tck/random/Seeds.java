package org.vinculum.tck.random;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Repeats a test with other numbers and names the seed with which it fails.
public final class Seeds {
    private Seeds() {}

    public static void each(int count, Consumer<SplittableRandom> test) {
        for (long seed = 0; seed < count; seed++) {
            try {
                test.accept(new SplittableRandom(seed));
            } catch (RuntimeException | Error failed) {
                throw new AssertionError("seed " + seed + ": " + failed, failed);
            }
        }
    }
}
