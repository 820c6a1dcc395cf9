package org.vinculum.guest.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.Access;

class ContextTests {
    private static final long DATA = BareMachine.RAM + 0x300_0000L;
    private static final int BOTH = Access.READ | Access.WRITE;

    private final BareMachine machine = BareMachine.of("smmuv3-3.2");
    private final GuestDriver driver = machine.start(DriverOptions.ordinary());
    private final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);

    @ParameterizedTest
    @CsvSource({"4,5", "14,5000"})
    void eachSubstreamSeesItsOwnAddressSpace(int bits, int substream) {
        AttachedDevice device =
                driver.device(new DeviceDescription(new int[] {3, 4}, bits, false, false));
        AddressSpace plain = driver.addressSpace();
        AddressSpace other = driver.addressSpace();
        device.attach(plain);
        device.attachSubstream(substream, other);
        plain.map(0x7000, DATA, 4096, BOTH);
        other.map(0x7000, DATA + 4096, 4096, BOTH);

        bytes.set(ValueLayout.JAVA_LONG, 0, 11);
        DmaDevice dma = machine.device(4, false);
        assertThat(dma.write(DmaDevice.PLAIN, 0x7000, bytes).state()).isEqualTo(TransferState.DONE);
        bytes.set(ValueLayout.JAVA_LONG, 0, 12);
        assertThat(dma.write(substream, 0x7000, bytes).state()).isEqualTo(TransferState.DONE);

        assertThat(machine.ram(DATA).getLong(DATA - BareMachine.RAM)).isEqualTo(11);
        assertThat(machine.ram(DATA).getLong(DATA + 4096 - BareMachine.RAM)).isEqualTo(12);
        device.detachSubstream(substream);
        assertThat(dma.read(substream, 0x7000, bytes).state()).isEqualTo(TransferState.ABORTED);
        assertThat(dma.readLong(0x7000, -1)).isEqualTo(11);
    }

    @Test
    void aTableOfMoreThanAThousandSubstreamsHasTwoLevels() {
        AttachedDevice device =
                driver.device(new DeviceDescription(new int[] {3}, 12, false, false));
        device.attach(driver.addressSpace());

        long first = machine.read(0x80, 8) & 0xf_ffff_ffff_ffc0L;
        long second = machine.ram(first).getLong(first - BareMachine.RAM) & 0xf_ffff_ffff_ffc0L;
        long word0 = machine.ram(second).getLong(second + 3 * 64 - BareMachine.RAM);
        assertThat(word0 & 0x3f).isEqualTo(0x2b);
        assertThat(word0 >>> 59).isEqualTo(12);
        assertThat(machine.ram(second).getLong(second + 3 * 64 + 8 - BareMachine.RAM))
                .isEqualTo(0x0800_00d6L);
    }

    @Test
    void anotherAddressSpaceReplacesTheOneBefore() {
        AttachedDevice device = driver.device(DeviceDescription.of(3));
        AddressSpace one = driver.addressSpace();
        AddressSpace two = driver.addressSpace();
        one.map(0x7000, DATA, 4096, BOTH);
        two.map(0x8000, DATA, 4096, BOTH);
        DmaDevice dma = machine.device(3, false);

        device.attach(one);
        assertThat(dma.reaches(0x7000, true)).isTrue();
        device.attach(two);

        assertThat(dma.reaches(0x7000, true)).isFalse();
        assertThat(dma.reaches(0x8000, true)).isTrue();
        driver.release(one);
        assertThatThrownBy(() -> driver.release(two)).isInstanceOf(IllegalArgumentException.class);
        assertThat(driver.addressSpace().asid()).isEqualTo(one.asid());
    }

    @Test
    void whatIsMappedIsNotMappedAgainAndABlockGoesAsAWhole() {
        AddressSpace space = driver.addressSpace();
        space.map(0x20_0000, 0x4000_0000L, 0x20_0000, BOTH);

        assertThatThrownBy(() -> space.map(0x20_1000, DATA, 4096, BOTH))
                .hasMessageContaining("mapped already");
        assertThatThrownBy(() -> space.unmap(0x20_1000, 4096))
                .hasMessageContaining("not mapped by itself");
        assertThatThrownBy(() -> space.unmap(0x60_0000, 4096)).hasMessageContaining("not mapped");
    }
}
