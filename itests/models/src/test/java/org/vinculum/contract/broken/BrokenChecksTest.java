package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.tck.FirmwareCheckContract;

/// Each mistake in a check is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenChecksTest {
    private static Mistake mistake;
    private static int calls;

    enum Mistake {
        FINDS_NOTHING("faultsAreFound"),
        FINDS_ALWAYS("whereNothingIsWrongItFindsNothing"),
        NEEDS_A_MASTER("anEmptyPlatformIsAnswered"),
        NEEDS_A_FRAME("whateverAReaderHandsOverIsAnsweredAndTheSameWayTwice"),
        REMEMBERS("whateverAReaderHandsOverIsAnsweredAndTheSameWayTwice"),
        SPEAKS_IN_LINES("findingsOfFaultsAreReadable");

        private final String test;

        Mistake(String test) {
            this.test = test;
        }
    }

    static final class Tested extends FirmwareCheckContract {
        @Override
        protected FirmwareCheck check() {
            return BrokenChecksTest::check;
        }

        @Override
        protected List<Platform> faulty() {
            return List.of(withMaster(true));
        }

        @Override
        protected List<Platform> sound() {
            return List.of(withMaster(false));
        }
    }

    private static Platform withMaster(boolean coherent) {
        var master = new Master("/dma@1", true, coherent, List.of(), List.of());
        return new Platform("test", List.of(), List.of(master), List.of());
    }

    /// A vendor whose devices may not be coherent.
    private static List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        if (mistake == Mistake.FINDS_NOTHING) {
            return findings;
        }
        if (mistake == Mistake.NEEDS_A_MASTER) {
            platform.masters().getFirst();
        }
        if (mistake == Mistake.NEEDS_A_FRAME) {
            platform.iommus().forEach(iommu -> iommu.base().orElseThrow());
        }
        for (Master master : platform.masters()) {
            if (master.coherent() || mistake == Mistake.FINDS_ALWAYS) {
                findings.add(Finding.error("com.example.coherent", master.path(), message()));
            }
        }
        for (Iommu iommu : platform.iommus()) {
            if (mistake == Mistake.REMEMBERS && ++calls % 2 == 0) {
                findings.add(Finding.note("again", iommu.path(), "seen before"));
            }
        }
        return findings;
    }

    private static String message() {
        return mistake == Mistake.SPEAKS_IN_LINES ? "is\ncoherent" : "is coherent";
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
