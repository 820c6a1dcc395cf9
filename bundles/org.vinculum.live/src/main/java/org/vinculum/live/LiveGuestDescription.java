package org.vinculum.live;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A live guest as it is asked for.
///
/// @param mode the [GuestSmmuType#name()]
/// @param model as [GuestSmmuDescription#model()]
/// @param identification as [GuestSmmuDescription#identification()]
/// @param kernel an arm64 `Image`; empty for the one that was brought from Debian
/// @param initrd empty for the one that tests the SMMU
/// @param append more words of the kernel's command line
/// @param memory bytes of the guest's RAM, a multiple of 2 MiB, at least 256 MiB
/// @param processors 1 to 8
/// @param limit how long the guest may take until its verdict
/// @param trace receives what happened as a scenario
/// @param swapTo the model that takes the place of `model` and gives it back, again and again while the guest runs; empty for
///     none
public record LiveGuestDescription(
        String mode,
        String model,
        Map<String, Long> identification,
        Optional<Path> kernel,
        Optional<Path> initrd,
        String append,
        long memory,
        int processors,
        Duration limit,
        Optional<OutputStream> trace,
        Optional<String> swapTo) {
    public static final String DEFAULT_MODE = "virtual";
    public static final long DEFAULT_MEMORY = 512L << 20;
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(5);

    private static final long LEAST_MEMORY = 256L << 20;
    private static final long PIECE = 2L << 20;
    private static final int MOST_PROCESSORS = 8;

    /// @throws IllegalArgumentException for memory or processors that no guest can have
    public LiveGuestDescription {
        identification = Map.copyOf(identification);
        if (memory < LEAST_MEMORY || memory % PIECE != 0) {
            throw new IllegalArgumentException("0x%x bytes of memory".formatted(memory));
        }
        if (processors < 1 || processors > MOST_PROCESSORS) {
            throw new IllegalArgumentException(processors + " processors");
        }
    }

    /// With one model from its start to its end.
    public LiveGuestDescription(
            String mode,
            String model,
            Map<String, Long> identification,
            Optional<Path> kernel,
            Optional<Path> initrd,
            String append,
            long memory,
            int processors,
            Duration limit,
            Optional<OutputStream> trace) {
        this(
                mode,
                model,
                identification,
                kernel,
                initrd,
                append,
                memory,
                processors,
                limit,
                trace,
                Optional.empty());
    }
}
