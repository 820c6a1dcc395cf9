package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.OutputFile;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.tck.GuestFirmwareWriterContract;

/// Each mistake in a writer is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenWritersTest {
    private static Mistake mistake;
    private static int calls;

    enum Mistake {
        FORGETS_DEVICES("whatIsWrittenCanBeRead"),
        DESCRIBES_ALL_ALIKE("differentGuestsAreDescribedDifferently"),
        COUNTS("theSameGuestGivesTheSameBytes"),
        WRITES_ELSEWHERE("theFileHasANameWithoutFoldersAndSomethingInIt");

        private final String test;

        Mistake(String test) {
            this.test = test;
        }
    }

    static final class Tested extends GuestFirmwareWriterContract {
        @Override
        protected GuestFirmwareWriter writer() {
            return new Broken();
        }

        @Override
        protected Optional<FirmwareReader> reader() {
            return Optional.of(new IortFirmwareReader());
        }
    }

    private static final class Broken implements GuestFirmwareWriter {
        private final GuestFirmwareWriter sound = new IortGuestWriter();

        @Override
        public String format() {
            return sound.format();
        }

        @Override
        public OutputFile write(Guest guest) {
            boolean less =
                    mistake == Mistake.FORGETS_DEVICES || mistake == Mistake.DESCRIBES_ALL_ALIKE;
            OutputFile file =
                    sound.write(
                            less
                                    ? new Guest(
                                            guest.smmus(),
                                            guest.bridge(),
                                            List.of(),
                                            guest.messageWindow())
                                    : guest);
            byte[] content = file.content();
            if (mistake == Mistake.COUNTS) {
                content = Arrays.copyOf(content, content.length + 1);
                content[content.length - 1] = (byte) ++calls;
            }
            String folder = mistake == Mistake.WRITES_ELSEWHERE ? "../" : "";
            return new OutputFile(folder + file.name(), content);
        }
    }

    @AfterEach
    void sound() {
        mistake = null;
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeIsFound(Mistake one) {
        assertThat(FailedTests.of(Tested.class, one.test)).as("without the mistake").isEmpty();

        mistake = one;

        assertThat(FailedTests.of(Tested.class, one.test)).isNotEmpty();
    }
}
