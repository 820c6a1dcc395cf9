package org.vinculum.itests.linux.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.itests.linux.SmmuMode;

/// What Linux makes of what identification registers say, and whether the SMMU then does as it says.
///
/// IDR0 starts from both stages, AArch64 tables, COHACC, 16-bit ASIDs and VMIDs, and two-level stream tables: 0x0d4c101b.
class RegisterValueTests {
    private static final String TESTS = "probe,copy,reports,after-unmap,cycles,quiet";

    // name, registers, more of the command line
    static List<Arguments> physical() {
        return Matrix.of(
                """
                + stage 1 alone            | IDR0=0x0d4c101a | vinculum.oas=48
                + stage 2 alone            | IDR0=0x0d4c1019 | vinculum.oas=48
                + a linear stream table    | IDR0=0x054c101b,IDR1=0x01070009 | vinculum.oas=48
                  8 bits of ASID           | IDR0=0x0d4c001b | vinculum.oas=48
                  8 bits of VMID           | IDR0=0x0d48101b | vinculum.oas=48
                + 8 bits of both           | IDR0=0x0d48001b | vinculum.oas=48
                  SEV                      | IDR0=0x0d4c501b | vinculum.oas=48
                + queues of 128 entries    | IDR1=0x00e70010 | vinculum.oas=48
                  queues of 256 entries    | IDR1=0x01070010 | vinculum.oas=48
                  ranges invalidated       | IDR3=0x404      | vinculum.oas=48
                + no ranges invalidated    | IDR3=0x004      | vinculum.oas=48
                + 40 bits of address       | IDR5=0x72       | vinculum.oas=40
                  44 bits of address       | IDR5=0x74       | vinculum.oas=44
                + 52 bits of address       | IDR5=0x76       | vinculum.oas=52
                + what QEMU 7.2 shows      | IDR0=0x0d40101a,IDR1=0x02730010,IDR3=0x1404,IDR5=0x74 | vinculum.oas=44
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("physical")
    void linuxTakesRegistersAtTheirWord(String name, String registers, String words)
            throws InterruptedException {
        var guest =
                new ProfiledGuest(SmmuMode.PHYSICAL)
                        .identification(registers)
                        .tests(TESTS)
                        .words(words);

        assertThat(guest.run().verdict()).as(guest::printed).isEqualTo("PASS 6 tests");
    }
}
