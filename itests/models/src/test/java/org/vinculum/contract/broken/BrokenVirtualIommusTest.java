package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.StreamId;
import org.vinculum.tck.SmmuV3VirtualIommuContract;
import org.vinculum.viommu.VirtualSmmuType;

/// Each mistake in a virtual IOMMU is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenVirtualIommusTest {
    private static Mistake mistake;

    enum Mistake {
        TAKES_NOTHING_OVER("anotherGoesOnWithASavedState"),
        NEVER_REFUSES("aStateOfAnotherKindIsRefusedAndNothingChanges"),
        REACHES_FOR_ANOTHERS_STREAM("whateverAGuestDoesIsAnsweredAndStaysWithItsOwnStreams"),
        KNOWS_NO_BUDGET("whateverAGuestDoesIsAnsweredAndStaysWithItsOwnStreams"),
        SHOWS_STAGE_2("noStage2IsShown"),
        SWALLOWS_EVENTS("anEventReachesTheGuestUnderItsOwnStreamId"),
        IS_NEVER_READY("aSyncIsNotCompleteBeforeTheHostsIs");

        private final String test;

        Mistake(String test) {
            this.test = test;
        }
    }

    static final class Tested extends SmmuV3VirtualIommuContract {
        private final VirtualIommuType sound = new VirtualSmmuType();

        @Override
        protected VirtualIommuType type() {
            return new VirtualIommuType() {
                @Override
                public String name() {
                    return sound.name();
                }

                @Override
                public VirtualIommu create(
                        VirtualIommuDescription description,
                        GuestSurroundings surroundings,
                        List<HostSmmu> hosts) {
                    return broken(sound.create(description, surroundings, hosts));
                }
            };
        }
    }

    private static VirtualIommu broken(VirtualIommu sound) {
        return (VirtualIommu)
                Proxy.newProxyInstance(
                        VirtualIommu.class.getClassLoader(),
                        new Class<?>[] {VirtualIommu.class},
                        (_, method, arguments) -> {
                            if (mistake == Mistake.TAKES_NOTHING_OVER
                                            && method.getName().equals("restore")
                                    || mistake == Mistake.SWALLOWS_EVENTS
                                            && method.getName().equals("event")) {
                                return null;
                            }
                            if (mistake == Mistake.IS_NEVER_READY
                                    && method.getName().equals("ready")) {
                                return false;
                            }
                            if (mistake == Mistake.REACHES_FOR_ANOTHERS_STREAM
                                    && method.getName().equals("attach")) {
                                arguments[0] = another((VirtualStream) arguments[0]);
                            }
                            if (mistake == Mistake.KNOWS_NO_BUDGET
                                    && method.getName().equals("process")) {
                                arguments[0] = 1000;
                            }
                            return answered(sound, method, arguments);
                        });
    }

    private static Object answered(VirtualIommu sound, Method method, Object[] arguments)
            throws Throwable {
        try {
            Object answer = method.invoke(sound, arguments);
            boolean idr0 =
                    mistake == Mistake.SHOWS_STAGE_2
                            && method.getName().equals("read")
                            && arguments[0].equals(0L);
            return idr0 ? (long) answer | 1 : answer;
        } catch (InvocationTargetException e) {
            if (mistake == Mistake.NEVER_REFUSES
                    && e.getCause() instanceof MachineRefusedException) {
                return null;
            }
            throw e.getCause();
        }
    }

    private static VirtualStream another(VirtualStream stream) {
        var psid = new StreamId(stream.psid().value() + 0x100);
        return new VirtualStream(stream.vsid(), stream.host(), psid, stream.trusted());
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
