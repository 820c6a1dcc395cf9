package org.vinculum.qemu.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.Count;
import org.vinculum.qemu.fake.AnsweringPort;

class MeteredPortTest {
    private static final MemorySegment BYTES = Arena.ofAuto().allocate(512);

    private final AnsweringPort inner = new AnsweringPort();
    private final TransferMeter meter = new TransferMeter();
    private final MeteredPort port = new MeteredPort(inner, meter);
    private final Outcome outcome = new Outcome();

    @Test
    void whatIsMovedIsCountedByDirection() {
        inner.answer = 0x4000_0000L;
        port.transfer(-1, 0, Access.READ, BYTES, outcome);
        port.transfer(-1, 0, Access.WRITE | Access.PRIVILEGED, BYTES, outcome);

        assertThat(counts())
                .contains(
                        new Count("translations", 2),
                        new Count("bytes read by devices", 512),
                        new Count("bytes written by devices", 512));
    }

    @Test
    void whatIsRefusedMovesNothing() {
        inner.answer = Outcome.ABORT;
        port.transfer(-1, 0, Access.WRITE, BYTES, outcome);

        assertThat(counts())
                .contains(
                        new Count("translations", 0),
                        new Count("transactions refused", 1),
                        new Count("bytes written by devices", 0));
    }

    @Test
    void whatWasRememberedIsAPartOfTheTranslations() {
        inner.answer = 0x4000_0000L;
        outcome.translated(0, 0, 4096);
        port.transfer(-1, 0, Access.READ, BYTES, outcome);
        outcome.remembered(0, 0, 4096);
        port.transfer(-1, 0, Access.READ, BYTES, outcome);

        assertThat(counts())
                .contains(new Count("translations", 2), new Count("translations remembered", 1));
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        meter.report(counts);
        return counts;
    }
}
