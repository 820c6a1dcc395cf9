package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.lang.foreign.Arena;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.PrefetchConfig;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.EventqBase;

/// An SMMU that does something else than a plain model is found out, and its trace replays all the same.
class DifferencesTest {
    private TracedGuest guest;
    private GuestDriver driver;
    private AddressSpace space;
    private DmaDevice dma;

    private void on(Function<GuestSmmuDescription, GuestSmmu> maker) {
        guest = new TracedGuest(Map.of(), maker);
        driver = guest.start(DriverOptions.ordinary());
        space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        dma = guest.device(STREAM);
        space.map(0x7000, DATA, 4096, Access.READ);
        space.map(0x9000, DATA + 4096, 4096, Access.READ);
    }

    private void end() {
        guest.close();
        assertThat(Models.replay(guest.trace())).isEmpty();
    }

    private static PlainSmmu right(GuestSmmuDescription description) {
        return new PlainSmmu(Models.of("smmuv3-3.2"), description);
    }

    @Test
    void oneThatDoesWhatItShouldDiffersInNothing() {
        on(DifferencesTest::right);
        assertThat(dma.reaches(0x7000, false)).isTrue();
        dma.reaches(0x8000, false);
        driver.serveInterrupts();

        assertThat(guest.differences()).isZero();
        assertThat(guest.progress).isEmpty();
        assertThat(guest.count("what the SMMU counts")).isEqualTo(1);
        end();
        assertThat(guest.count("bytes of the trace")).isEqualTo(guest.file.size());
    }

    /// Executes one opcode as if it were another.
    private static final class OddCommands extends PlainSmmu {
        private final Ram memory;
        private final int from;
        private final long to;

        private OddCommands(GuestSmmuDescription description, int from, long to) {
            super(Models.of("smmuv3-3.2"), description);
            this.memory = description.memory();
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean work(int budget) {
            Ring ring = Ring.of(read(CmdqBase.OFFSET, 8), 19, 16);
            long entry = ring.entry((int) read(CmdqCons.OFFSET, 4)) - memory.start();
            if (entry >= 0 && (memory.getLong(entry) & 0xff) == from) {
                memory.setLong(entry, to);
            }
            return super.work(1);
        }
    }

    @Test
    void invalidationsThatAreForgotten() {
        on(description -> new OddCommands(description, TlbiNhVa.NUMBER, PrefetchConfig.NUMBER));
        assertThat(dma.reaches(0x7000, false)).isTrue();
        space.unmap(0x7000, 4096);

        assertThat(dma.reaches(0x7000, false)).isTrue();

        assertThat(guest.differences()).isEqualTo(2);
        assertThat(guest.progress)
                .containsExactly(
                        "The SMMU differs from a plain model: stream 0x100, address 0x7000, access"
                                + " 0x1: 0x43000000, not ABORT");
        end();
    }

    @Test
    void anIllegalCommandThatIsPassed() {
        on(description -> new OddCommands(description, 0xff, Sync.NUMBER));
        guest.spoil = true;
        space.unmap(0x7000, 4096);

        assertThat(guest.differences()).isPositive();
        end();
    }

    @Test
    void eventsThatDoNotArrive() {
        on(description ->
                new PlainSmmu(Models.of("smmuv3-3.2"), description) {
                    private final Ram elsewhere =
                            new Ram(
                                    description.memory().start(),
                                    Arena.ofAuto().allocate(description.memory().size(), 4096));

                    @Override
                    public Ram ram(long address) {
                        Ring ring = Ring.of(read(EventqBase.OFFSET, 8), 19, 32);
                        boolean event = address - ring.address() < ring.size() * 32L;
                        return address >= ring.address() && event ? elsewhere : super.ram(address);
                    }
                });
        dma.reaches(0x8000, false);

        assertThat(guest.differences()).isEqualTo(2);
        end();
    }

    @Test
    void aWrongAddress() {
        on(description ->
                new PlainSmmu(Models.of("smmuv3-3.2"), description) {
                    @Override
                    public long guestPhysical(long physical) {
                        return physical ^ 0x1000;
                    }
                });
        dma.reaches(0x7000, false);

        assertThat(guest.differences()).isEqualTo(1);
        end();
    }

    @Test
    void whatItHasNotDoneYetIsNotHeldAgainstIt() {
        on(DifferencesTest::right);
        assertThat(dma.reaches(0x7000, false)).isTrue();
        long producer = guest.smmu.read(0x98, 4);
        Ring ring = Ring.of(guest.smmu.read(CmdqBase.OFFSET, 8), 19, 16);
        long entry = ring.entry((int) producer) - guest.ram.start();
        guest.ram.setLong(entry, 0x30);
        guest.ram.setLong(entry + 8, 0);
        clearTables();
        guest.smmu.write(0x98, 4, ring.next((int) producer));

        assertThat(dma.reaches(0x7000, false)).isTrue();

        assertThat(guest.count("translations while commands waited")).isEqualTo(1);
        end();
    }

    /// Behind the driver's back.
    private void clearTables() {
        for (long offset = 0; offset < 0x10_0000; offset += 8) {
            if ((guest.ram.getLong(offset) & ~0xfffL) == DATA) {
                guest.ram.setLong(offset, 0);
            }
        }
    }
}
