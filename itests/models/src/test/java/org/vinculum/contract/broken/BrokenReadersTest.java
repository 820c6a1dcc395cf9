package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortTables;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.tck.FirmwareReaderContract;

/// Each mistake in a reader is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenReadersTest {
    private static Mistake mistake;
    private static int calls;

    enum Mistake {
        TAKES_EVERYTHING("itRecognisesItsFormatAndNothingElse"),
        FORGETS_IOMMUS("whereNothingIsWrongStreamsLeadToIommusOfThePlatform"),
        HAS_ANOTHER_FORMAT("aPlatformSaysWhichFormatItComesFrom"),
        WRITES_INTO_ITS_INPUT("theSameFileGivesTheSamePlatformAndStaysAsItIs"),
        REMEMBERS("theSameFileGivesTheSamePlatformAndStaysAsItIs"),
        THROWS_WHAT_NOBODY_EXPECTS("damagedFilesAreReadOrRefusedWithTheirName"),
        NAMES_NO_FILE("damagedFilesAreReadOrRefusedWithTheirName");

        private final String test;

        Mistake(String test) {
            this.test = test;
        }
    }

    static final class Tested extends FirmwareReaderContract {
        @Override
        protected FirmwareReader reader() {
            return new Broken();
        }

        @Override
        protected List<InputFile> samples() {
            Path json =
                    Path.of(System.getProperty("vinculum.root"), "docs", "example", "iort.json");
            var tables = new IortTables();
            return List.of(
                    InputFile.of("iort.dat", tables.write(tables.readJson(InputFile.read(json)))));
        }
    }

    private static final class Broken implements FirmwareReader {
        private final FirmwareReader sound = new IortFirmwareReader();

        @Override
        public String format() {
            return sound.format();
        }

        @Override
        public boolean recognises(InputFile file) {
            return mistake == Mistake.TAKES_EVERYTHING || sound.recognises(file);
        }

        @Override
        public Firmware read(InputFile file) {
            Firmware firmware = understood(file);
            Platform all = firmware.platform();
            if (mistake == Mistake.FORGETS_IOMMUS) {
                all = new Platform(all.format(), List.of(), all.masters(), all.buses());
            } else if (mistake == Mistake.HAS_ANOTHER_FORMAT) {
                all = new Platform("other", all.iommus(), all.masters(), all.buses());
            } else if (mistake == Mistake.WRITES_INTO_ITS_INPUT) {
                file.content()[file.content().length - 1] ^= 1;
            }
            List<Finding> findings = new ArrayList<>(firmware.findings());
            if (mistake == Mistake.REMEMBERS) {
                findings.add(Finding.note("again", "/", "call " + ++calls));
            }
            return new Firmware(all, findings);
        }

        private Firmware understood(InputFile file) {
            try {
                return sound.read(file);
            } catch (UnreadableInputException refused) {
                if (mistake == Mistake.THROWS_WHAT_NOBODY_EXPECTS) {
                    throw new ArrayIndexOutOfBoundsException(refused.getMessage());
                }
                throw mistake == Mistake.NAMES_NO_FILE
                        ? UnreadableInputException.because("it", "cannot be read")
                        : refused;
            }
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
