package org.vinculum.viommu.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;

/// Bits as IHI 0070, 6.3.1 to 6.3.6 has them.
class NegotiationTest {
    private static final long CAPABLE_IDR0 = 0x090d_f6bbL;
    private static final VirtualIommuDescription PLAIN = Guest.description(false, false, Map.of());
    private static final VirtualIommuDescription STALLS = Guest.description(true, false, Map.of());
    private static final VirtualIommuDescription ATS = Guest.description(false, true, Map.of());

    private static Identification of(VirtualIommuDescription description, HostSmmu... hosts) {
        return Negotiation.of(description, 40, List.of(hosts));
    }

    private static List<String> reasons(VirtualIommuDescription description, HostSmmu... hosts) {
        return catchThrowableOfType(MachineRefusedException.class, () -> of(description, hosts))
                .reasons();
    }

    private static FakeHost host(String register, long value) {
        return new FakeHost().with(register, value);
    }

    @Test
    void whatBelongsToTheHypervisorIsNotShown() {
        Identification shown =
                of(
                        PLAIN,
                        host("IDR0", 0xfd9f_ffffL)
                                .with("IDR1", 0xffff_ffffL)
                                .with("IDR3", 0xffff_ffffL)
                                .with("IDR5", 0xffff_ffffL));

        assertThat(shown.idr0().value() & 0xf096_cb25).isZero();
        assertThat(shown.idr1().value() & 0xfc00_f800).isZero();
        assertThat(shown.idr3().value() & 0xfffd_c1fb).isZero();
        assertThat(shown.idr5().value() & 0xffff_f308).isZero();
    }

    @Test
    void aGuestOfOneCapableSmmuIsShownThis() {
        Identification shown = of(PLAIN, new FakeHost());

        // S1P, AArch64, COHACC, HTTU 2, ASID16, MSI, CD2L, terminate only, two-level
        assertThat(shown.idr0().value()).isEqualTo(0x0908_309a);
        // SIDSIZE 8, SSIDSIZE 20, EVENTQS 19, CMDQS 19
        assertThat(shown.idr1().value()).isEqualTo(0x0273_0508);
        // HAD, STT, RIL, BBML 2, E0PD
        assertThat(shown.idr3().value()).isEqualTo(0x0000_3604);
        // 40 bits, three granules, DS, VAX 1
        assertThat(shown.idr5().value()).isEqualTo(0x0000_04f2);
        assertThat(shown.aidr().value()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "IDR0, 0x090df6ab, 0x00000010", // COHACC
        "IDR0, 0x090df6fb, 0x00000000", // HTTU 3 is more than 2
        "IDR0, 0x090df67b, 0x000000c0", // HTTU 1
        "IDR0, 0x090de6bb, 0x00001000", // ASID16
        "IDR0, 0x0905f6bb, 0x00080000", // CD2L
        "IDR1, 0x02739810, 0x00000500", // no substreams
        "IDR3, 0x0000733c, 0x00000400", // RIL
        "IDR3, 0x0000673c, 0x00001000", // BBML 0
        "IDR3, 0x0000753c, 0x00000200", // STT
        "IDR3, 0x0000573c, 0x00002000", // E0PD
        "IDR5, 0x000004d5, 0x00000020", // 16 KiB
        "IDR5, 0x00000475, 0x00000080", // DS
    })
    void whatOneOfThemLacksIsNotShown(String register, String value, String change) {
        Identification alone = of(PLAIN, new FakeHost());

        Identification both = of(PLAIN, new FakeHost(), host(register, Long.decode(value)));

        assertThat(both.register(register) ^ alone.register(register))
                .isEqualTo(Integer.decode(change));
    }

    @Test
    void largeAddressesGoWithTheGranulesThatReachThem() {
        Identification shown = of(PLAIN, host("IDR5", 0x0000_0415L), new FakeHost());

        assertThat(shown.idr5().value()).isEqualTo(0x0000_0012);
    }

    /// Description's wish, two models, shown model.
    @ParameterizedTest
    @CsvSource({
        "false, 0, 0, 1",
        "false, 0, 1, 1",
        "false, 1, 1, 1",
        "true, 0, 0, 0",
        "true, 0, 1, 1",
        "true, 2, 2, 2",
    })
    void stallsAreShownOnlyWhenAskedForAndAllCan(boolean asked, long one, long other, int shown) {
        long rest = CAPABLE_IDR0 & ~0x0300_0000L;
        Identification both =
                of(
                        asked ? STALLS : PLAIN,
                        host("IDR0", rest | one << 24),
                        host("IDR0", rest | other << 24));

        assertThat(both.idr0().value() >>> 24 & 3).isEqualTo(shown);
    }

    @Test
    void aForcedStallDoesNotGoWithAnotherModelNorWithoutBeingAskedFor() {
        FakeHost forced = host("IDR0", 0x0a0d_f6bbL);

        assertThat(reasons(STALLS, forced, new FakeHost()))
                .containsExactly("Some always stall and others need not (IDR0.STALL_MODEL).");
        assertThat(reasons(PLAIN, forced))
                .containsExactly(
                        "Stalls are not asked for, and cannot be avoided (IDR0.STALL_MODEL 2).");
    }

    @Test
    void theQuotaOfStallsIsAQuarterOfTheLeastAndNeverBoundless() {
        FakeHost many = host("IDR0", 0x080d_f6bbL).with("IDR5", 0xffff_04f5L);
        FakeHost few = host("IDR0", 0x080d_f6bbL).with("IDR5", 0x0010_04f5L);
        FakeHost fewest = host("IDR0", 0x080d_f6bbL).with("IDR5", 0x0003_04f5L);
        FakeHost silent = host("IDR0", 0x080d_f6bbL).with("IDR5", 0x0000_04f5L);

        assertThat(of(STALLS, many).idr5().value() >>> 16).isEqualTo(256);
        assertThat(of(STALLS, silent).idr5().value() >>> 16).isEqualTo(256);
        assertThat(of(STALLS, many, few, silent).idr5().value() >>> 16).isEqualTo(4);
        assertThat(of(STALLS, fewest).idr5().value() >>> 16).isEqualTo(1);
        assertThat(of(PLAIN, many).idr5().value() >>> 16).isZero();
    }

    @Test
    void devicesMayTranslateOnlyWhereStage2StaysInForce() {
        // ATS, PRI, and PPS with them
        assertThat(of(ATS, new FakeHost()).idr0().value() & 0x1_0400).isEqualTo(0x1_0400);
        assertThat(of(ATS, new FakeHost()).idr1().value() & 0xf800).isEqualTo(0x9800);
        assertThat(of(ATS, new FakeHost()).idr3().value() & 0x20).isEqualTo(0x20);
        assertThat(of(PLAIN, new FakeHost()).idr0().value() & 0x1_0400).isZero();
        assertThat(of(PLAIN, new FakeHost()).idr1().value() & 0xf800).isZero();
        // NS1ATS
        assertThat(of(ATS, host("IDR0", 0x090d_febbL)).idr0().value() & 0x1_0c00).isZero();
        // one without ATS, one without PRI
        assertThat(of(ATS, new FakeHost(), host("IDR0", 0x090d_f2bbL)).idr0().value() & 0x1_0400)
                .isZero();
        assertThat(of(ATS, new FakeHost(), host("IDR0", 0x090c_f6bbL)).idr0().value() & 0x1_0400)
                .isEqualTo(0x400);
    }

    /// Two byte orders of hosts, the one shown.
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 2, 2", "2, 0, 2", "2, 2, 2", "3, 0, 3", "3, 3, 3"})
    void tablesHaveTheByteOrderThatAllRead(long one, long other, int shown) {
        Identification both =
                of(
                        PLAIN,
                        host("IDR0", CAPABLE_IDR0 | one << 21),
                        host("IDR0", CAPABLE_IDR0 | other << 21));

        assertThat(both.idr0().value() >>> 21 & 3).isEqualTo(shown);
    }

    @Test
    void aFaultEndsAsAllCanEndIt() {
        assertThat(of(PLAIN, host("IDR0", 0x0d0d_f6bbL), new FakeHost()).idr0().value())
                .isEqualTo(0x0d08_309a);
    }

    @Test
    void everyReasonIsGiven() {
        FakeHost poor =
                new FakeHost(
                        "/soc/smmu@1",
                        Map.of("IDR0", 0x0140_0004L, "IDR1", 0x10L, "IDR5", 0x0000_0010L));
        FakeHost other =
                new FakeHost(
                        "/soc/smmu@2",
                        Map.of("IDR0", 0x0160_000bL, "IDR1", 0x10L, "IDR5", 0x0000_0045L));

        assertThat(reasons(PLAIN, poor, other))
                .containsExactly(
                        "/soc/smmu@1 has no stage 1 (IDR0.S1P).",
                        "/soc/smmu@1 has no stage 2 (IDR0.S2P).",
                        "/soc/smmu@1 does not read AArch64 tables (IDR0.TTF).",
                        "/soc/smmu@1 has addresses of 32 bits, the guest of 40 (IDR5.OAS).",
                        "No granule is common to all (IDR5.GRAN4K, GRAN16K, GRAN64K).",
                        "No byte order of tables is common to all (IDR0.TTENDIAN).");
    }

    @Test
    void addressesThatCannotBeShownAreRefused() {
        FakeHost wide = host("IDR5", 0x0000_0016L);

        assertThat(
                        catchThrowableOfType(
                                        MachineRefusedException.class,
                                        () -> Negotiation.of(PLAIN, 52, List.of(wide)))
                                .reasons())
                .containsExactly("No common granule reaches addresses of 52 bits.");
        assertThat(
                        catchThrowableOfType(
                                        MachineRefusedException.class,
                                        () -> Negotiation.of(PLAIN, 41, List.of(wide)))
                                .reasons())
                .containsExactly("Guest physical addresses of 41 bits cannot be shown.");
    }

    @Test
    void theBaselineIsTheMostThatIsShown() {
        Map<String, Long> baseline =
                Map.of("IDR0", 0x0900_000aL, "IDR1", 0x0100_0008L, "IDR3", 0x404L, "AIDR", 1L);
        Identification shown = of(Guest.description(false, true, baseline), new FakeHost());

        assertThat(shown.idr0().value()).isEqualTo(0x0900_000a);
        assertThat(shown.idr1().value()).isEqualTo(0x0100_0008);
        assertThat(shown.idr3().value()).isEqualTo(0x0000_0404);
        assertThat(shown.idr5().value()).isEqualTo(0x0000_04f2);
        assertThat(shown.aidr().value()).isEqualTo(1);
    }

    @Test
    void aBaselineBelowTheShapeOfTheGuestIsRefused() {
        Map<String, Long> baseline = Map.of("IDR1", 0x0273_0007L, "IDR5", 0x0000_0071L);

        assertThat(reasons(Guest.description(false, false, baseline), new FakeHost()))
                .containsExactly(
                        "The baseline has fewer than 8 bits of stream ID (IDR1.SIDSIZE).",
                        "The baseline has fewer than 40 bits of address (IDR5.OAS).");
    }

    @Test
    void theVersionIsNoHigherThanWhatItHasAlways() {
        assertThat(of(PLAIN, host("IDR3", 0x0000_1404L)).aidr().value()).isEqualTo(2);
        assertThat(of(PLAIN, host("IDR3", 0x0000_0004L)).aidr().value()).isEqualTo(1);
        assertThat(of(PLAIN, host("IDR3", 0x0000_0000L)).aidr().value()).isZero();
        assertThat(of(PLAIN, host("AIDR", 2), new FakeHost()).aidr().value()).isEqualTo(2);
    }
}
