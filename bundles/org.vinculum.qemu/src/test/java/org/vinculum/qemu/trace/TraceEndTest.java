package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.live.LiveGuestRefusedException;

/// When a trace cannot go on, the guest does, and what was written is good.
class TraceEndTest {
    private final TracedGuest guest =
            new TracedGuest(
                    Map.of(), description -> new PlainSmmu(Models.of("smmuv3-3.2"), description));

    private DmaDevice mapped() {
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        space.map(0x7000, DATA, 4096, Access.READ);
        return guest.device(STREAM);
    }

    @Test
    void aFileAsLongAsReplayTakes() {
        DmaDevice dma = mapped();
        for (int i = 0; guest.progress.isEmpty() && i < 1_000_000; i++) {
            assertThat(dma.reaches(0x7000, false)).isTrue();
        }

        assertThat(dma.reaches(0x7000, false)).isTrue();
        guest.close();
        assertThat(guest.progress)
                .containsExactly("The trace ends here: the file is as long as replay takes");
        assertThat(guest.differences()).isZero();
        assertThat(guest.count("traces that ended early")).isEqualTo(1);
        assertThat(guest.file.size()).isBetween(InputFile.DEFAULT_CAP - 200, InputFile.DEFAULT_CAP);
        assertThat(Models.replay(guest.trace())).isEmpty();
    }

    @Test
    void eventsOnTheirWayAtItsEndAreNotHeldAgainstTheSmmu() {
        DmaDevice dma = mapped();
        guest.room = 200;

        for (int i = 0; i < 5; i++) {
            assertThat(dma.reaches(0x9000, false)).isFalse();
        }

        guest.close();
        assertThat(guest.count("traces that ended early")).isEqualTo(1);
        assertThat(guest.differences()).isZero();
    }

    @Test
    void aDiskThatIsFull() {
        DmaDevice dma = mapped();
        guest.room = 100;

        for (int i = 0; i < 3; i++) {
            assertThat(dma.reaches(0x7000, false)).isTrue();
        }

        guest.close();
        assertThat(guest.progress).containsExactly("The trace ends here: no space left");
    }

    @Test
    void noModelThatCouldStandBeside() {
        assertThatThrownBy(() ->
                        new TracedGuest(
                                Map.of(),
                                description ->
                                        new PlainSmmu(Models.of("smmuv3-3.2"), description) {
                                            @Override
                                            public long read(long offset, int width) {
                                                return offset == 0 ? -1 : super.read(offset, width);
                                            }
                                        }))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining("smmuv3-3.2 cannot be traced with");
    }
}
