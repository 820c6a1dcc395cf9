package org.vinculum.viommu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.iommu.SavedState;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;
import org.vinculum.viommu.fake.GuestRam;

/// A virtual SMMU as the hypervisor uses it, without streams.
class VirtualSmmuTypeTest {
    private static final long QUEUE = GuestRam.START + 0x4000;

    private final GuestRam ram = new GuestRam();
    private final List<Line> lines = new ArrayList<>();
    private final VirtualIommuType type = new VirtualSmmuType();

    private VirtualIommu create(HostSmmu... hosts) {
        return type.create(
                Guest.description(false, false, Map.of()),
                new GuestSurroundings(ram, lines::add, 40),
                List.of(hosts));
    }

    /// As drivers do it: queues, commands on, a CMD_SYNC without signal, events on, translation on.
    private VirtualIommu start() {
        VirtualIommu smmu = create(new FakeHost());
        smmu.write(0x80, 8, GuestRam.START);
        smmu.write(0x88, 4, 6);
        smmu.write(0x90, 8, QUEUE | 8);
        smmu.write(0xa0, 8, QUEUE + 0x2000 | 7);
        on(smmu, 0x8);
        ram.writeInt(QUEUE, 0x46);
        smmu.write(0x98, 4, 1);
        while (smmu.ready()) {
            smmu.process(64);
        }
        on(smmu, 0xc);
        on(smmu, 0xd);
        return smmu;
    }

    private static void on(VirtualIommu smmu, long bits) {
        smmu.write(0x20, 4, bits);
        for (int i = 0; i < 10 && smmu.read(0x24, 4) != bits; i++) {
            smmu.process(64);
        }
        assertThat(smmu.read(0x24, 4)).isEqualTo(bits);
    }

    @Test
    void itIsTheTypeThatBindingsDescribe() {
        assertThat(type.name()).isEqualTo("smmuv3");
        assertThat(create(new FakeHost()).frameSize()).isEqualTo(0x2_0000);
    }

    @Test
    void aDriverFindsWhatAllHostsHave() {
        VirtualIommu smmu = create(new FakeHost(), new FakeHost().with("IDR3", 0x0000_0004L));

        assertThat(smmu.read(0x0, 4)).isEqualTo(0x0908_309aL);
        assertThat(smmu.read(0x0, 8)).isEqualTo(0x0273_0508_0908_309aL);
        assertThat(smmu.read(0xc, 4)).isEqualTo(0x4L);
        assertThat(smmu.read(0x1c, 4)).isEqualTo(0x1L);
        assertThat(smmu.read(0xff0, 8)).isEqualTo(0xf0_0000_000dL);
    }

    @Test
    void aDriverBringsItUp() {
        VirtualIommu smmu = start();

        assertThat(smmu.read(0x9c, 4)).isEqualTo(1);
        assertThat(smmu.read(0x60, 4)).isZero();
        assertThat(smmu.counts().syncs()).isEqualTo(1);
    }

    @Test
    void anIllegalCommandStopsTheQueueUntilItIsAcknowledged() {
        VirtualIommu smmu = start();
        smmu.write(0x50, 4, 1);
        ram.writeInt(QUEUE + 0x10, 0xff);
        ram.writeInt(QUEUE + 0x20, 0x46);
        smmu.write(0x98, 4, 3);

        smmu.process(64);
        assertThat(smmu.read(0x9c, 4)).isEqualTo(0x0100_0001);
        assertThat(smmu.read(0x60, 4)).isEqualTo(1);
        assertThat(lines).containsExactly(Line.GERROR);

        ram.writeInt(QUEUE + 0x10, 0x46);
        smmu.write(0x64, 4, 1);
        while (smmu.ready()) {
            smmu.process(64);
        }
        assertThat(smmu.read(0x9c, 4)).isEqualTo(3);
    }

    @Test
    void anOverflowBelowIsOneOfTheGuest() {
        VirtualIommu smmu = start();

        smmu.overflow();

        assertThat(smmu.read(0x100a8, 4)).isEqualTo(0x8000_0000L);
        assertThat(smmu.counts().eventsDropped()).isEqualTo(1);
    }

    @Test
    void anotherGoesOnWithItsState() {
        SavedState state = start().save();
        VirtualIommu other = create(new FakeHost());

        other.restore(state);

        assertThat(other.read(0x20, 4)).isEqualTo(0xd);
        assertThat(other.read(0x24, 4)).isEqualTo(0xd);
        assertThat(other.read(0x9c, 4)).isEqualTo(1);
        assertThat(other.save().registers()).isEqualTo(state.registers());
    }

    @Test
    void whatWasBeingTurnedOnIsAcknowledgedByTheOther() {
        VirtualIommu smmu = create(new FakeHost());
        smmu.write(0x44, 4, 0x8010_0000L);
        smmu.write(0x20, 4, 0x9);
        VirtualIommu other = create(new FakeHost());

        other.restore(smmu.save());
        while (other.ready()) {
            other.process(64);
        }

        assertThat(other.read(0x20, 8)).isEqualTo(0x0000_0009_0000_0009L);
        assertThat(other.read(0x44, 4)).isEqualTo(0x0010_0000L);
    }

    @Test
    void whatWasBeingTurnedOffIsAcknowledgedByTheOther() {
        VirtualIommu smmu = start();
        smmu.write(0x20, 4, 0x0);
        VirtualIommu other = create(new FakeHost());

        other.restore(smmu.save());
        while (other.ready()) {
            other.process(64);
        }

        assertThat(other.read(0x20, 8)).isZero();
    }

    @Test
    void whoJoinsARunningGuestHasToHaveWhatItWasShown() {
        VirtualIommu smmu = start();
        FakeHost older = new FakeHost().with("IDR3", 0x0000_0004L);

        assertThatThrownBy(() -> smmu.join(older)).isInstanceOf(MachineRefusedException.class);
        assertThat(smmu.read(0xc, 4)).isEqualTo(0x3604L);
    }

    @Test
    void whoJoinsBeforeTheGuestStartsMayHaveLess() {
        VirtualIommu smmu = create(new FakeHost());

        smmu.join(new FakeHost().with("IDR3", 0x0000_0004L));

        assertThat(smmu.read(0xc, 4)).isEqualTo(0x4L);
    }

    @Test
    void hostsThatCannotNestAreRefused() {
        assertThatThrownBy(() -> create(new FakeHost().with("IDR0", 0x090d_f6baL)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("/smmu has no stage 2 (IDR0.S2P).");
    }
}
