package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.IdMapper;
import org.vinculum.memory.StreamId;
import org.vinculum.tck.IdMapperContract;
import org.vinculum.toolstack.LowestFreeMapper;

/// Each mistake in a mapper is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenMappersTest {
    private static Mistake mistake;
    private static int calls;

    enum Mistake {
        RENUMBERS(
                "appendingNeverRenumbers",
                all -> with(all, List.copyOf(all.claims().reversed()), all.fixed())),
        IGNORES_THE_USER(
                "idsOfTheUserAndOfThePreviousBindingAreHonoured",
                all -> with(all, all.claims(), List.of())),
        RENUMBERS_WHAT_IS_LEFT(
                "withThePreviousBindingRemovingNeverRenumbers",
                all -> with(all, all.claims(), List.of())),
        LETS_CLASHES_PASS(
                "oneIdThatTheUserGivesToTwoStreamsIsRefusedAtItsPlace",
                all -> with(all, all.claims(), firstOfEach(all.fixed()))),
        KNOWS_STREAMS_BY_THEIR_ID_ALONE(
                "equalIdsBehindTwoSmmusAreTwoStreams",
                all -> with(all, List.of(all.claims().getFirst()), all.fixed())),
        REMEMBERS(
                "theSameAssignmentGivesTheSameBinding",
                all -> calls++ % 2 == 0 ? all : with(all, all.claims(), List.of())),
        FORGETS_A_CLAIM(
                "everyClaimIsBoundOnceWithItsDevicesBehindItsVirtualSmmu",
                all -> with(all, all.claims().subList(0, all.claims().size() / 2), all.fixed())),
        KNOWS_NO_LIMIT(
                "moreStreamsThanIdsAreRefused",
                all -> with(all, all.claims().subList(0, 2), all.fixed()));

        private final String test;
        private final UnaryOperator<Assignment> made;

        Mistake(String test, UnaryOperator<Assignment> made) {
            this.test = test;
            this.made = made;
        }
    }

    private static Assignment with(Assignment all, List<Claim> claims, List<FixedId> fixed) {
        return new Assignment(all.domain(), all.viommus(), claims, fixed);
    }

    private static List<FixedId> firstOfEach(List<FixedId> fixed) {
        Map<StreamId, FixedId> first = new LinkedHashMap<>();
        fixed.forEach(one -> first.putIfAbsent(one.vsid(), one));
        return new ArrayList<>(first.values());
    }

    static final class Tested extends IdMapperContract {
        @Override
        protected IdMapper mapper() {
            IdMapper sound = new LowestFreeMapper();
            return new IdMapper() {
                @Override
                public String name() {
                    return sound.name();
                }

                @Override
                public Binding map(Assignment assignment) {
                    return sound.map(mistake == null ? assignment : mistake.made.apply(assignment));
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
