package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Platform;
import org.vinculum.tck.random.Platforms;
import org.vinculum.tck.random.Seeds;

/// What a check of firmware has to do.
@Timeout(60)
public abstract class FirmwareCheckContract {
    protected abstract FirmwareCheck check();

    /// Platforms in which it finds something, each at least one.
    protected abstract List<Platform> faulty();

    /// Platforms in which it finds nothing.
    protected abstract List<Platform> sound();

    @Test
    public void faultsAreFound() {
        assertFalse(faulty().isEmpty());
        for (Platform platform : faulty()) {
            assertFalse(check().check(platform).isEmpty(), platform.toString());
        }
    }

    @Test
    public void whereNothingIsWrongItFindsNothing() {
        assertFalse(sound().isEmpty());
        for (Platform platform : sound()) {
            assertEquals(List.of(), check().check(platform));
        }
    }

    @Test
    public void anEmptyPlatformIsAnswered() {
        check().check(new Platform("tck", List.of(), List.of(), List.of()));
    }

    @Test
    public void whateverAReaderHandsOverIsAnsweredAndTheSameWayTwice() {
        FirmwareCheck check = check();
        Seeds.each(
                500,
                random -> {
                    Platform platform = Platforms.of(random);
                    List<Finding> found = check.check(platform);

                    assertEquals(found, check.check(platform));
                    assertEquals(found, check().check(platform), "it remembers nothing");
                    found.forEach(FirmwareCheckContract::assertReadable);
                });
    }

    @Test
    public void findingsOfFaultsAreReadable() {
        for (Platform platform : faulty()) {
            check().check(platform).forEach(FirmwareCheckContract::assertReadable);
        }
    }

    static void assertReadable(Finding finding) {
        assertTrue(Wording.isName(finding.code()), "a code: " + finding);
        assertTrue(Wording.isSentence(finding.place()), "a place: " + finding);
        assertTrue(Wording.isSentence(finding.message()), "a sentence: " + finding);
    }
}
