package org.vinculum.smmu.spec.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.smmu.spec.Layout;
import org.vinculum.smmu.spec.Words;

/// All 256 opcodes, as the table of IHI 0070, 4.1.1 has them.
class OpcodeTest {
    @ParameterizedTest
    @ValueSource(ints = {0x18, 0x1a, 0x50, 0x51, 0x52, 0x53, 0x58, 0x5a, 0x60})
    void commandsOfSecureStateBelongToAnotherQueue(int opcode) {
        assertThat(Command.decode(opcode, 7))
                .isEqualTo(new OtherInterface(opcode, Words.of(opcode, 7)));
    }

    @ParameterizedTest
    @CsvSource({
        "0x00,0x00", "0x08,0x0f", "0x14,0x17", "0x19,0x19", "0x1b,0x1f", "0x24,0x27", "0x29,0x29",
        "0x2b,0x2f", "0x31,0x3f", "0x42,0x43", "0x47,0x4f", "0x54,0x57", "0x59,0x59", "0x5b,0x5f",
        "0x61,0x6f", "0x71,0x72", "0x74,0x7f", "0x90,0xff"
    })
    void opcodesWithoutACommandAreReserved(String first, String last) {
        for (int opcode = Integer.decode(first); opcode <= Integer.decode(last); opcode++) {
            assertThat(Command.decode(opcode, 0)).isEqualTo(new Reserved(opcode));
        }
    }

    @Test
    void sixteenOpcodesBelongToTheVendorWithAllTheirBits() {
        for (int opcode = 0x80; opcode <= 0x8f; opcode++) {
            Words entry = Words.of(0xffff_ffff_ffff_ff00L | opcode, -1L);

            assertThat(Command.decode(entry)).isEqualTo(new ImplementationDefined(opcode, entry));
            assertThat(Command.decode(entry).encode()).isEqualTo(entry);
        }
    }

    @Test
    void everyOtherOpcodeIsACommandOfThisQueue() {
        int commands = 0;
        for (int opcode = 0; opcode <= 0xff; opcode++) {
            Command command = Command.decode(opcode, 0);
            assertThat(command.opcode()).isEqualTo(opcode);
            boolean own =
                    switch (command) {
                        case OtherInterface _, Reserved _, ImplementationDefined _ -> false;
                        default -> true;
                    };
            commands += own ? 1 : 0;
        }
        assertThat(commands).isEqualTo(25);
    }

    @Test
    void aSecureStreamMakesEveryCommandOneOfAnotherQueue() {
        for (int opcode = 0; opcode <= 0x7f; opcode++) {
            assertThat(Command.decode(0x400 | opcode, 0)).isInstanceOf(OtherInterface.class);
        }
    }

    @Test
    void whatIsWrittenIsWhatWasReadButForReservedBits() {
        long seed = 0x5eed_0c0dL;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            long word0 = random.nextLong() & ~0x4ffL | random.nextInt(0x80);
            long word1 = random.nextLong();
            Command command = Command.decode(word0, word1);

            assertThat(command.encode())
                    .as("seed %x: %s", seed, command)
                    .isEqualTo(defined(command, word0, word1));
        }
    }

    private static Words defined(Command command, long word0, long word1) {
        return switch (command) {
            case OtherInterface _, DptiPa _ -> Words.of(word0, word1);
            case Reserved reserved -> Words.of(reserved.opcode(), 0);
            default -> {
                Layout layout = Layout.of(command.getClass());
                yield Words.of(
                        word0 & ~layout.reserved(0) & ~Command.SSEC.mask(),
                        word1 & ~layout.reserved(1));
            }
        };
    }
}
