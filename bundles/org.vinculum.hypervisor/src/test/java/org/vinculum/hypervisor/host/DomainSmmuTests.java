package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

class DomainSmmuTests {
    private static final String SYNC = "46 0";
    private static final StreamId STREAM = new StreamId(0x1234);

    private final ScriptedSmmu smmu = new ScriptedSmmu();
    private final HostBench bench = smmu.started();
    private final HostSmmu domain = bench.domain(0xabc, STREAM.value());

    private List<String> executed() {
        bench.run();
        List<String> executed = List.copyOf(smmu.commands);
        smmu.commands.clear();
        return executed;
    }

    /// The scripted SMMU has IDR3.RIL and 16 bits of ASID.
    @ParameterizedTest
    @CsvSource({
        "0000000000000010, 0000000000000000, abc00000010 0",
        "ffff ffff ffff ff10, ffff ffff ffff ffff, abc00000010 0",
        "7777 1111 0000 0011, 0000000000000000, 77770abc00000011 0",
        "7777 1111 0000 0012, 0000 0000 4000 1001, 77770abc00000012 40001001",
        "7777 1111 0000 0013, 0000 0000 4000 1001, abc00000013 40001001",
        "7777 1111 0210 3412, 0000 0000 4000 1601, 77770abc00103012 40001601",
        "ffff ffff ffff ff12, ffff ffff ffff fc7e, ffff0abc01f1f012 fffffffffffffc00",
        "0000 0000 0200 0012, 0000 0000 4000 1401, abc00000012 40001001",
        "0000 0000 0000 0012, 0000 0000 4000 1401, abc00000012 40001001",
        "0000 0000 0000 0012, 0000 0000 4000 1901, abc00000012 40001001",
        "0000 0000 0000 0012, 0000 0000 4000 1d01, abc00000012 40001d01",
    })
    void invalidationsAreOfTheDomainsVmidAndSayNothingReserved(
            String word0, String word1, String expected) {
        executed();

        domain.invalidate(hex(word0), hex(word1));

        assertThat(executed()).containsExactly(expected);
    }

    @Test
    void aRowOfInvalidationsIsTakenAsFarAsThereIsRoom() {
        executed();
        int room = domain.room();
        long[] row = new long[2 * (room + 5)];
        for (int i = 0; i < room + 5; i++) {
            row[2 * i] = 0x12;
            row[2 * i + 1] = i * 0x1000L;
        }

        assertThat(domain.invalidate(row, room + 5)).isEqualTo(room);
        assertThat(domain.invalidate(row, 1)).isZero();

        List<String> executed = executed();
        assertThat(executed).hasSize(room).startsWith("abc00000012 0", "abc00000012 1000");
    }

    private static long hex(String text) {
        return Long.parseUnsignedLong(text.replace(" ", ""), 16);
    }

    @Test
    void aRangeThatTheSmmuCannotExpressIsEverythingOfTheDomain() {
        var old = new ScriptedSmmu();
        old.registers.put(0xcL, 0L);
        var oldBench = old.started();

        oldBench.domain(5).invalidate(0x7777_0000_0210_3012L, 0x4000_1601L);
        oldBench.run();

        assertThat(old.commands).containsExactly("500000010 0");
    }

    @Test
    void noOtherInvalidationIsADomains() {
        for (long opcode : new long[] {0x20, 0x28, 0x2a, 0x30, 0x4, 0x46, 0x01, 0x80}) {
            assertThatIllegalArgumentException().isThrownBy(() -> domain.invalidate(opcode, 0));
        }
    }

    @Test
    void everyOtherCommandNamesItsStream() {
        executed();

        domain.invalidateContext(STREAM, 0xfffff, true);
        domain.invalidateContexts(STREAM);
        domain.respond(STREAM, 0x54321, 0x1ff, Response.SUCCESS);
        domain.respond(STREAM, -1, 1, Response.INVALID);
        domain.resume(STREAM, 0xffff, true, false);
        domain.resume(STREAM, 1, false, true);
        domain.terminateStalls(STREAM);

        assertThat(executed())
                .containsExactly(
                        "1234fffff005 1",
                        "123400000006 0",
                        "123454321841 21ff",
                        "123400000041 1001",
                        "123400001044 ffff",
                        "123400002044 1",
                        "123400000045 0");
    }

    @Test
    void aStreamOfAnotherIsAMistakeOfTheCaller() {
        HostSmmu other = bench.domain(6, 0x77);

        assertThatIllegalArgumentException().isThrownBy(() -> other.invalidateContexts(STREAM));
        assertThatIllegalArgumentException().isThrownBy(() -> other.invalidateDevice(STREAM, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.configure(STREAM, new StreamSetting.Abort()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.driver.assign(STREAM, other, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> domain.terminateStalls(new StreamId(1)));
    }

    @Test
    void aDeviceIsInvalidatedBetweenSyncs() {
        executed();
        domain.invalidate(0x10, 0);
        long before = domain.sync();

        int taken = domain.invalidateDevice(STREAM, 0xffff_ffff_ffff_ff40L, 0xffff_ffff_ffff_ffffL);

        assertThat(taken).isEqualTo(3);
        assertThat(executed())
                .containsExactly("abc00000010 0", SYNC, "1234fffffa40 fffffffffffff034", SYNC);
        assertThat(domain.outcome(before)).isEqualTo(SyncOutcome.DONE);
        assertThat(domain.invalidateDevice(STREAM, 0x40, 0x1000)).isEqualTo(2);
        assertThat(executed()).containsExactly("123400000040 1000", SYNC);
    }

    @Test
    void oneSyncServesAllWhoWantOne() {
        HostSmmu other = bench.domain(6);
        executed();
        domain.invalidate(0x10, 0);
        long first = domain.sync();
        other.invalidate(0x10, 0);
        long second = other.sync();

        assertThat(executed()).containsExactly("abc00000010 0", "600000010 0", SYNC);
        assertThat(domain.outcome(first)).isEqualTo(SyncOutcome.DONE);
        assertThat(other.outcome(second)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void aSyncIsNotCompleteBeforeItIsExecuted() {
        domain.invalidate(0x10, 0);
        long first = domain.sync();
        assertThat(bench.driver.work(1)).isTrue();
        assertThat(domain.outcome(first)).isEqualTo(SyncOutcome.PENDING);

        domain.invalidate(0x10, 0);
        long second = domain.sync();
        assertThat(bench.driver.work(1)).isTrue();
        assertThat(domain.outcome(first)).isEqualTo(SyncOutcome.DONE);
        assertThat(domain.outcome(second)).isEqualTo(SyncOutcome.PENDING);

        assertThat(bench.driver.work(2)).isFalse();
        assertThat(domain.outcome(second)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void theSmmuIsToldOnceOfABatch() {
        executed();
        smmu.writes.clear();
        for (int i = 0; i < 64; i++) {
            domain.invalidate(0x10, 0);
        }
        domain.sync();

        bench.driver.work(100);

        assertThat(smmu.writes).hasSize(1).allMatch(write -> write.startsWith("98="));
    }

    @Test
    void withoutRoomNothingIsTaken() {
        executed();
        int room = domain.room();
        assertThat(room).isGreaterThan(3700).isLessThan(4096);
        for (int i = 0; i < room; i++) {
            domain.invalidate(0x10, 0);
        }
        assertThat(domain.room()).isZero();

        for (int others = 0; others < 256; others++) {
            domain.invalidate(0x10, 0);
        }
        assertThatIllegalStateException().isThrownBy(() -> domain.invalidate(0x10, 0));
        assertThatIllegalStateException()
                .isThrownBy(() -> domain.configure(STREAM, new StreamSetting.Abort()));

        long sync = domain.sync();
        bench.run();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
        assertThat(domain.room()).isEqualTo(room);
    }

    @Test
    void nothingIsLostWhereTheRingWraps() {
        executed();
        for (int i = 0; i < 100_000; i++) {
            domain.invalidate(0x11, 0);
            if (i % 1000 == 999) {
                long sync = domain.sync();
                bench.run();
                assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
            }
        }

        assertThat(smmu.commands).hasSize(100_100);
        assertThat(smmu.commands.stream().filter(SYNC::equals)).hasSize(100);
    }

    @Test
    void mmu700SeesASyncBeforeTheLastOf64Commands() {
        var mmu700 = new ScriptedSmmu();
        mmu700.registers.put(0x18L, 0x4871_143bL);
        var mmuBench = mmu700.started();
        var guest = mmuBench.domain(5);
        for (int i = 0; i < 1000; i++) {
            guest.invalidate(0x10, 0);
        }
        mmuBench.run();

        int since = 0;
        for (String command : mmu700.commands) {
            since = command.equals(SYNC) ? 0 : since + 1;
            assertThat(since).isLessThan(64);
        }
        assertThat(mmu700.commands.stream().filter(SYNC::equals)).hasSize(15);
    }
}
