package org.vinculum.qemu.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.Count;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.fake.Pages;
import org.vinculum.qemu.fake.RingSmmu;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Idr1;

class MeteredSmmuTest {
    private final Ram memory = Pages.of(0x4000_0000L, 0x1000);
    private final RingSmmu inner = new RingSmmu(memory);
    private final MeteredInterrupts interrupts = new MeteredInterrupts(GuestInterrupts.NONE);
    private final MeteredSmmu smmu;

    MeteredSmmuTest() {
        inner.set(Idr1.OFFSET, 8 << 21);
        smmu = new MeteredSmmu(inner, memory, interrupts);
    }

    @Test
    void commandsAreCountedByNameWhenTheyHaveBeenPassed() {
        start(2);
        commands(0x46, 0x12, 0x12, 0x46);
        smmu.write(CmdqProd.OFFSET, 4, 4);
        smmu.work(3);

        assertThat(counts()).containsEntry("commands TLBI_NH_VA", 2L);
        assertThat(counts()).containsEntry("commands SYNC", 1L);
        smmu.work(3);
        assertThat(counts()).containsEntry("commands SYNC", 2L);
    }

    @Test
    void aRingThatWrapsIsCountedOnce() {
        start(2);
        commands(0x04, 0x03, 0x05, 0x06);
        for (int prod = 1; prod <= 16; prod++) {
            smmu.write(CmdqProd.OFFSET, 4, prod % 8);
            smmu.work(64);
        }
        assertThat(counts())
                .containsEntry("commands CFGI_STE", 4L)
                .containsEntry("commands CFGI_STE_RANGE", 4L)
                .containsEntry("commands CFGI_CD", 4L)
                .containsEntry("commands CFGI_CD_ALL", 4L);
    }

    @Test
    void aCommandIsCountedForWhatItWasBeforeItsAnswerLiesInItsPlace() {
        inner.answers = true;
        start(2);
        commands(0x12, 0x46, 0x12, 0x46);
        smmu.write(CmdqProd.OFFSET, 4, 4);
        smmu.work(1);
        smmu.write(Cr0.OFFSET, 4, 8);
        smmu.work(64);

        assertThat(counts())
                .containsEntry("commands TLBI_NH_VA", 2L)
                .containsEntry("commands SYNC", 2L)
                .doesNotContainKey("commands 0x0");
    }

    @Test
    void anEntryIsReadAgainWhenTheGuestHasTakenItBack() {
        start(2);
        commands(0x12, 0x12);
        smmu.write(Cr0.OFFSET, 4, 0);
        smmu.write(CmdqProd.OFFSET, 4, 2);
        smmu.work(64);
        smmu.write(CmdqProd.OFFSET, 4, 0);
        commands(0x46);
        smmu.write(CmdqProd.OFFSET, 4, 1);
        smmu.write(Cr0.OFFSET, 4, 8);
        smmu.work(64);

        assertThat(counts()).containsEntry("commands SYNC", 1L);
        assertThat(counts()).doesNotContainKey("commands TLBI_NH_VA");
    }

    @Test
    void indexesThatSoftwareSetsAreNoCommands() {
        smmu.write(CmdqBase.OFFSET, 8, memory.start() | 4);
        smmu.write(CmdqProd.OFFSET, 4, 9);
        smmu.write(CmdqCons.OFFSET, 4, 9);
        smmu.write(Cr0.OFFSET, 4, 8);
        smmu.work(64);

        assertThat(counts().keySet()).noneMatch(name -> name.startsWith("commands"));
    }

    @Test
    void aRingOutsideMemoryIsNotRead() {
        smmu.write(CmdqBase.OFFSET, 8, 0xff_ffff_f000L | 4);
        inner.set(CmdqCons.OFFSET, 3);
        smmu.work(64);

        assertThat(counts().keySet()).noneMatch(name -> name.startsWith("commands"));
    }

    @Test
    void opcodesWithoutANameAreNumbers() {
        assertThat(CommandNames.of(0x0f)).isEqualTo("0xf");
        assertThat(CommandNames.of(0x85)).isEqualTo("0x85");
        assertThat(CommandNames.of(0x50)).isEqualTo("0x50");
        assertThat(CommandNames.of(0x28)).isEqualTo("TLBI_S12_VMALL");
        assertThat(CommandNames.of(0x2a)).isEqualTo("TLBI_S2_IPA");
        assertThat(CommandNames.of(0x21)).isEqualTo("TLBI_EL2_ASID");
        assertThat(CommandNames.of(0x02)).isEqualTo("PREFETCH_ADDR");
    }

    @Test
    void interruptsAreCountedByKindAndPassedOn() {
        interrupts.raise(134);
        interrupts.raise(132);
        interrupts.raise(132);
        interrupts.message(0, 5);

        assertThat(counts())
                .containsEntry("interrupts, wired, ID 132", 2L)
                .containsEntry("interrupts, wired, ID 134", 1L)
                .containsEntry("interrupts, messages", 1L);
    }

    @Test
    void registerWritesAreCounted() {
        smmu.write(Cr0.OFFSET, 4, 0);
        smmu.read(Cr0.OFFSET, 4);

        assertThat(smmu.counts().getFirst().value()).isEqualTo(1);
    }

    private void start(int log2) {
        smmu.write(CmdqBase.OFFSET, 8, memory.start() | log2);
        smmu.write(Cr0.OFFSET, 4, 8);
    }

    private void commands(int... opcodes) {
        for (int i = 0; i < opcodes.length; i++) {
            memory.setLong(16L * i, opcodes[i]);
        }
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Count count : smmu.counts()) {
            counts.put(count.what(), count.value());
        }
        return counts;
    }
}
