package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Device;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

/// What an engine does on its port when software has turned ATS on.
class TranslationRequestTest {
    private static final int COPY = 0;
    private static final int TOUCH = 8;
    private static final int PAGE = 4096;
    private static final long FROM = 0x10_0000;
    private static final long TO = 0x20_0000;
    private static final long MOVED = 0x4000_0000L;

    private final Answers port = new Answers();
    private final Map<Integer, Device> devices = new HashMap<>();
    private final StreamPorts ports =
            new StreamPorts((stream, device) -> {
                devices.put(stream.value(), device);
                return port;
            });
    private final EngineBench bench = new EngineBench(ports, 0);

    @BeforeEach
    void turnOn() {
        bench.enableTranslationRequests(true);
    }

    @Test
    void withoutAtsEveryTransactionIsUntranslated() {
        bench.enableTranslationRequests(false);

        assertThat(bench.run(COPY, FROM, TO, PAGE)).isZero();

        assertThat(port.said).containsExactly("1 100000", "2 200000");
    }

    @Test
    void aTranslationIsAskedForAndUsed() {
        assertThat(bench.run(COPY, FROM + 8, TO, 64)).isZero();

        assertThat(port.said)
                .containsExactly("asks 1 100008", "11 40100008", "asks 2 200000", "12 40200000");
    }

    @Test
    void whatWasAnsweredIsNotAskedForAgain() {
        bench.run(TOUCH, FROM, 0, 1);
        port.said.clear();

        bench.run(TOUCH, FROM + 16, 0, 1);

        assertThat(port.said).containsExactly("11 40100010");
    }

    @Test
    void whatIsInvalidatedIsAskedForAgain() {
        bench.run(TOUCH, FROM, 0, 1);
        port.said.clear();

        assertThat(devices.get(0x100).invalidate(-1, FROM, PAGE, false)).isTrue();
        bench.run(TOUCH, FROM, 0, 1);

        assertThat(port.said).containsExactly("asks 1 100000", "11 40100000");
    }

    @Test
    void invalidationsOfOneSubstreamAreNoneOfItsOwn() {
        bench.run(TOUCH, FROM, 0, 1);
        port.said.clear();

        devices.get(0x100).invalidate(5, FROM, PAGE, false);
        bench.run(TOUCH, FROM, 0, 1);
        devices.get(0x100).invalidate(5, FROM, PAGE, true);
        bench.run(TOUCH, FROM, 0, 1);

        assertThat(port.said).containsExactly("11 40100000", "asks 1 100000", "11 40100000");
    }

    @Test
    void whatIsDeniedIsTriedUntranslated() {
        port.allowed = 0;

        assertThat(bench.run(TOUCH, FROM, 0, 1)).isZero();

        assertThat(port.said).containsExactly("asks 1 100000", "1 100000");
    }

    @Test
    void aWriteThatATranslationDoesNotAllowIsTriedUntranslated() {
        port.allowed = Access.READ;

        assertThat(bench.run(COPY, FROM, TO, 1)).isZero();

        assertThat(port.said)
                .containsExactly("asks 1 100000", "11 40100000", "asks 2 200000", "2 200000");
    }

    @Test
    void turningAtsOffForgetsEverything() {
        bench.run(TOUCH, FROM, 0, 1);
        bench.enableTranslationRequests(false);
        bench.run(TOUCH, FROM, 0, 1);
        bench.enableTranslationRequests(true);
        port.said.clear();

        bench.run(TOUCH, FROM, 0, 1);

        assertThat(port.said).containsExactly("asks 1 100000", "11 40100000");
    }

    @Test
    void onAStreamThatIsNotItsOwnEveryTransactionIsUntranslated() {
        bench.bar.setInt(0x04, 1);

        assertThat(bench.run(TOUCH, FROM, 0, 1)).isZero();

        assertThat(port.said).containsExactly("1 100000");
    }

    /// Moves every page by the same distance, and writes down what it is asked.
    private static final class Answers extends TransfersOnly {
        final List<String> said = new ArrayList<>();
        int allowed = Access.READ | Access.WRITE;

        @Override
        public long transfer(
                int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
            said.add("%x %x".formatted(access, address));
            return address;
        }

        @Override
        public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
            said.add("asks %x %x".formatted(access, address));
            if (allowed == 0) {
                return Outcome.DENIED;
            }
            outcome.translated(0, allowed, PAGE);
            return address + MOVED;
        }
    }
}
