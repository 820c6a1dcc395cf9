package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

class LegalityTest {
    private static final long IDR0 = RecordingHost.CAPABLE.get("IDR0");
    private static final Set<Integer> ALWAYS =
            Set.of(0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x12, 0x13, 0x30, 0x46);
    private static final int ATC_INV = 0x40;
    private static final int PRI_RESP = 0x41;
    private static final int RESUME = 0x44;
    private static final int STALL_TERM = 0x45;

    private static int error(ProgrammedGuest guest, long word0, long word1) {
        guest.command(word0, word1);
        int error = guest.error();
        if (error != 0) {
            guest.ram.setLong(guest.consumer() * 16L, 0x46);
            guest.ram.setLong(guest.consumer() * 16L + 8, 0);
            guest.acknowledge();
            guest.run();
        }
        return error;
    }

    private static void onlyThese(ProgrammedGuest guest, int... more) {
        for (int opcode = 0; opcode <= 0xff; opcode++) {
            int number = opcode;
            boolean legal =
                    ALWAYS.contains(opcode) || IntStream.of(more).anyMatch(one -> one == number);
            assertThat(error(guest, opcode, 0)).as("0x%x", opcode).isEqualTo(legal ? 0 : 1);
        }
    }

    private static ProgrammedGuest guest(long idr0) {
        var guest = new ProgrammedGuest(Map.of("IDR0", idr0), new RecordingHost());
        guest.attach(0, 0);
        guest.enable();
        return guest;
    }

    @Test
    void everyOpcodeIsLegalOrNotByWhatIsShown() {
        onlyThese(guest(IDR0), ATC_INV, PRI_RESP, RESUME, STALL_TERM);
    }

    @Test
    void withoutAtsThereIsNoInvalidationOfDevices() {
        onlyThese(guest(IDR0 & ~0x1_0400L), RESUME, STALL_TERM);
    }

    @Test
    void withoutPriThereIsNoResponse() {
        onlyThese(guest(IDR0 & ~0x1_0000L), ATC_INV, RESUME, STALL_TERM);
    }

    @Test
    void withoutStallsThereIsNothingToResume() {
        var host = new RecordingHost().with("IDR0", IDR0 | 0x0100_0000);
        var guest = new ProgrammedGuest(host);
        guest.enable();

        onlyThese(guest, ATC_INV, PRI_RESP);
    }

    @Test
    void noOpcodeIsLegalForASecureStream() {
        var guest = guest(IDR0);

        for (int opcode = 0; opcode <= 0xff; opcode++) {
            assertThat(error(guest, 0x400 | opcode, 0)).as("0x%x", opcode).isEqualTo(1);
        }
    }

    @Test
    void reservedValuesOfCheckedFieldsAreIllegal() {
        var guest = guest(IDR0);

        assertThat(error(guest, 0x3046, 0)).isEqualTo(1);
        assertThat(error(guest, 0x41, 0x3000)).isEqualTo(1);
        assertThat(error(guest, 0x40, 53)).isEqualTo(1);
    }

    @Test
    void legalValuesOfCheckedFieldsAreLegal() {
        var guest = guest(IDR0);

        assertThat(error(guest, 0x2046, 0)).isZero();
        assertThat(error(guest, 0x41, 0x2000)).isZero();
        assertThat(error(guest, 0x40, 52)).isZero();
    }

    @Test
    void prefetchesReachNoHost() {
        var guest = guest(IDR0);
        guest.hosts.get(0).told();

        guest.command(0x01, 0);
        guest.command(0x02, 0x4000_0003);

        assertThat(guest.hosts.get(0).told()).isEmpty();
        assertThat(guest.consumer()).isEqualTo(2);
    }
}
