package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;

/// A replay of a trace finds what is not as it was.
class DamagedTraceTest {
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void record() {
        TracedGuest guest =
                new TracedGuest(
                        Map.of(),
                        description -> new PlainSmmu(Models.of("smmuv3-3.2"), description));
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        DmaDevice dma = guest.device(STREAM);
        space.map(0x7000, DATA, 4096, Access.READ);
        dma.reaches(0x7000, false);
        space.unmap(0x7000, 4096);
        dma.reaches(0x7000, false);
        guest.close();
        lines.addAll(guest.trace().lines().toList());
        assertThat(replays()).isTrue();
    }

    private boolean replays() {
        return Models.replay(String.join("\n", lines)).isEmpty();
    }

    /// The only line, or the last, with some text.
    private int line(String text) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private void change(String what, String from, String to) {
        int line = line(what);
        assertThat(lines.get(line)).contains(from);
        lines.set(line, lines.get(line).replace(from, to));
    }

    @Test
    void anotherAddress() {
        change("\"pa\"", "0x43000000", "0x43001000");

        assertThat(replays()).isFalse();
    }

    @Test
    void anotherEnding() {
        change("\"fault\"", "\"abort\"", "\"razwi\"");

        assertThat(replays()).isFalse();
    }

    @Test
    void aCommandThatIsNotThere() {
        int invalidation = line("\"pa\"");
        while (!lines.get(invalidation).startsWith("{\"cmd\"")) {
            invalidation++;
        }
        lines.remove(invalidation);

        assertThat(replays()).isFalse();
    }

    @Test
    void aTableEntryThatIsNotThere() {
        lines.remove(line("\"pa\"") - 1);

        assertThat(replays()).isFalse();
    }

    @Test
    void anotherEventRecord() {
        change("\"peek\"", "\"0x7000\"", "\"0x8000\"");

        assertThat(replays()).isFalse();
    }

    @Test
    void anInterruptThatIsNotThere() {
        lines.remove(line("\"evtq\""));
        lines.add("{\"irq\":[]}");

        assertThat(replays()).isFalse();
    }

    @Test
    void anotherProducer() {
        change("\"read\":\"0x100a8\"", "\"expect\":1", "\"expect\":2");

        assertThat(replays()).isFalse();
    }
}
