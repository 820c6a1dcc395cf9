package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.VendorPart;
import org.vinculum.tck.SmmuProfileContract;

/// Each mistake in a vendor's part is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenPartsTest {
    private static final VendorPart SHARED = new Counter();
    private static Mistake mistake;

    enum Mistake {
        IS_SHARED("everySmmuHasAPartOfItsOwn"),
        IS_IN_USE_AT_ONCE("nothingIsInUseAfterReset"),
        CHANGES_WHEN_READ("readingHasNoEffect"),
        TAKES_WHAT_IT_DOES_NOT_KNOW("aStateThatItDoesNotKnowIsRefusedAndNothingChanges"),
        REFUSES_LATE("aStateThatItDoesNotKnowIsRefusedAndNothingChanges"),
        TAKES_NONSENSE("aStateThatMakesNoSenseIsRefusedAndNothingChanges"),
        LOSES_ITS_STATE("anotherPartGoesOnWithASavedState"),
        KEEPS_ITS_STATE("anEmptyStateIsThatAfterReset"),
        HAS_A_LONG_NAME("thePartsNameIsAWordAndStaysTheSame");

        private final String test;

        Mistake(String test) {
            this.test = test;
        }
    }

    /// Command 0x80 adds to the register at 0xe00.
    private static final class Counter implements VendorPart {
        private int count;

        @Override
        public String name() {
            return mistake == Mistake.HAS_A_LONG_NAME ? "A Counter" : "com.example.counter";
        }

        @Override
        public int read(int offset) {
            if (mistake == Mistake.CHANGES_WHEN_READ) {
                count++;
            }
            return offset == 0xe00 ? count : 0;
        }

        @Override
        public void write(int offset, int value) {
            if (offset == 0xe00) {
                count = value;
            }
        }

        @Override
        public boolean execute(long word0, long word1) {
            if ((word0 & 0xff) != 0x80) {
                return false;
            }
            count += (int) word1;
            return true;
        }

        @Override
        public SortedMap<String, String> save() {
            SortedMap<String, String> state = new TreeMap<>();
            if (count != 0 || mistake == Mistake.IS_IN_USE_AT_ONCE) {
                state.put("count", Integer.toString(count));
            }
            return state;
        }

        @Override
        public void restore(SortedMap<String, String> state) {
            if (mistake == Mistake.LOSES_ITS_STATE
                    || mistake == Mistake.KEEPS_ITS_STATE && state.isEmpty()) {
                return;
            }
            if (mistake == Mistake.REFUSES_LATE) {
                count = 0;
            }
            if (!Set.of("count").containsAll(state.keySet())
                    && mistake != Mistake.TAKES_WHAT_IT_DOES_NOT_KNOW) {
                throw new IllegalArgumentException("not of a counter: " + state.keySet());
            }
            count = number(state.getOrDefault("count", "0"));
        }

        private static int number(String value) {
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException e) {
                if (mistake == Mistake.TAKES_NONSENSE) {
                    return 0;
                }
                throw e;
            }
        }
    }

    static final class Tested extends SmmuProfileContract {
        @Override
        protected SmmuProfile profile() {
            return new SmmuProfile() {
                @Override
                public String name() {
                    return "acme-1";
                }

                @Override
                public String title() {
                    return "Acme SMMU";
                }

                @Override
                public Map<String, Long> identification() {
                    return Map.of("IDR0", 0x0d44_101bL);
                }

                @Override
                public Set<Erratum> errata() {
                    return Set.of();
                }

                @Override
                public Optional<VendorPart> vendorPart() {
                    return Optional.of(mistake == Mistake.IS_SHARED ? SHARED : new Counter());
                }
            };
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
