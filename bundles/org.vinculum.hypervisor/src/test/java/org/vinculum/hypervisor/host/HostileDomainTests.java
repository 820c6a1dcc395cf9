package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

class HostileDomainTests {
    private static final StreamId STREAM = new StreamId(7);
    private static final long SEED = 20_221_026;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smmuv3-3.0",
                "smmuv3-3.1",
                "smmuv3-3.2",
                "smmuv3-3.3",
                "mmu-600-r2p0",
                "mmu-700-r1p1",
                "thunderx2",
                "hi161x",
                "qemu-9.2"
            })
    void whateverADomainAsksForTheSmmuTakesAndAnotherIsNotTouched(String profile) {
        var bench = HostBench.started(profile);
        HostSmmu victim = bench.domain(6, 8);
        bench.put(HostBench.TABLES + 8, 0x4000_0000L | 0x7fd);
        victim.configure(new StreamId(8), new StreamSetting.Bypass());
        Words entry = bench.entry(8);
        HostSmmu domain = bench.domain(5, STREAM.value());

        for (int i = 0; i < 30_000; i++) {
            while (domain.room() < HostSmmu.SETTING_COMMANDS) {
                bench.driver.work(64);
            }
            ask(domain);
            if (random.nextInt(8) == 0) {
                bench.driver.work(random.nextInt(1, 64));
            }
        }
        long sync = domain.sync();
        bench.run();

        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().commandErrors()).as("seed " + SEED).isZero();
        assertThat(bench.model.read(0x60, 4)).isEqualTo(bench.model.read(0x64, 4));
        assertThat(bench.entry(8)).isEqualTo(entry);
        assertThat(bench.driver.translate(8, -1, 0x4000_1000L, Access.READ, new Outcome()))
                .isEqualTo(0x4000_1000L);
        assertThat(bench.devices).allMatch(told -> told.split(" ")[1].equals("7"));
    }

    private void ask(HostSmmu domain) {
        switch (random.nextInt(9)) {
            case 0 -> domain.configure(STREAM, setting());
            case 1 ->
                    domain.invalidateContext(STREAM, random.nextInt(1 << 20), random.nextBoolean());
            case 2 -> domain.invalidateContexts(STREAM);
            case 3 -> domain.invalidateDevice(STREAM, random.nextLong(), random.nextLong());
            case 4 ->
                    domain.respond(
                            STREAM,
                            random.nextInt(-1, 1 << 20),
                            random.nextInt(512),
                            Response.values()[random.nextInt(3)]);
            case 5 ->
                    domain.resume(
                            STREAM,
                            random.nextInt(1 << 16),
                            random.nextBoolean(),
                            random.nextBoolean());
            case 6 -> domain.terminateStalls(STREAM);
            case 7 -> domain.sync();
            default ->
                    domain.invalidate(
                            random.nextLong() & ~0xffL | random.nextInt(0x10, 0x14),
                            random.nextLong());
        }
    }

    private StreamSetting setting() {
        return switch (random.nextInt(4)) {
            case 0 -> new StreamSetting.Invalid();
            case 1 -> new StreamSetting.Abort();
            case 2 -> new StreamSetting.Bypass();
            default ->
                    new StreamSetting.Stage1(
                            random.nextLong(), random.nextLong(), random.nextBoolean());
        };
    }
}
