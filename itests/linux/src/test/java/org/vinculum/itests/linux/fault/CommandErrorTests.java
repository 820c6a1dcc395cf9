package org.vinculum.itests.linux.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.itests.linux.SmmuMode;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNhAsid;

/// Linux' driver survives what it should never see: commands that fail, and an SMMU that takes too long.
class CommandErrorTests {
    private static final String TESTS =
            "copy,unmapped-read,unmapped-write,read-only,after-unmap,streams,cycles";
    private static final String ALL = "PASS 7 tests";

    @ParameterizedTest
    @ValueSource(strings = {"physical", "virtual"})
    void theDriverSkipsAnIllegalSync(String mode) throws InterruptedException {
        skips(mode, Signalling.WIRED, Sync.NUMBER);
    }

    /// A CMD_SYNC that was skipped would send no message, and its driver waits for that.
    @ParameterizedTest
    @ValueSource(strings = {"physical", "virtual"})
    void theDriverSkipsAnIllegalInvalidationAndHearsOfItByMessage(String mode)
            throws InterruptedException {
        skips(mode, Signalling.MESSAGES, TlbiNhAsid.NUMBER);
    }

    private static void skips(String mode, Signalling signalling, int opcode)
            throws InterruptedException {
        FaultyGuest guest =
                new FaultyGuest(mode, new IllegalCommand(opcode))
                        .run(signalling.identification(), TESTS);

        assertThat(guest.printed())
                .contains("CMDQ error (cons 0x01")
                .contains("Illegal command")
                .contains("skipping command in error state");
        assertThat(guest.verdict()).as(guest.printed()).isEqualTo(ALL);
    }

    /// No interrupt is served while the only processor waits for its CMD_SYNC.
    @Test
    void theOnlyProcessorHearsOfAnIllegalSyncWhenItHasWaitedForIt() throws InterruptedException {
        FaultyGuest guest =
                new FaultyGuest(SmmuMode.VIRTUAL, new IllegalCommand(Sync.NUMBER), 1)
                        .run(Signalling.WIRED.identification(), TESTS);

        assertThat(guest.printed())
                .containsSubsequence("CMD_SYNC timeout", "CMDQ error (cons 0x01");
        assertThat(guest.verdict()).as(guest.printed()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"physical", "virtual"})
    void theDriverHasAnAbortedFetchRepeated(String mode) throws InterruptedException {
        Map<String, Long> identification = Signalling.WIRED.identification();
        identification.put("IDR1", AbortedFetch.QUEUES);
        FaultyGuest guest = new FaultyGuest(mode, new AbortedFetch()).run(identification, TESTS);

        assertThat(guest.printed())
                .contains("CMDQ error (cons 0x02")
                .contains("retrying command fetch");
        assertThat(guest.verdict()).as(guest.printed()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({"physical, WIRED", "virtual, WIRED", "virtual, MESSAGES"})
    void theDriverGoesOnAfterASyncThatTookTooLong(String mode, Signalling signalling)
            throws InterruptedException {
        FaultyGuest guest =
                new FaultyGuest(mode, new Silence()).run(signalling.identification(), TESTS);

        assertThat(guest.printed()).contains("CMD_SYNC timeout");
        assertThat(guest.verdict()).as(guest.printed()).isEqualTo(ALL);
    }
}
