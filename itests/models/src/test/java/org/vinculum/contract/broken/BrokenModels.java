package org.vinculum.contract.broken;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.vinculum.iommu.ForwardedModel;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.UnsupportedStateException;

/// Models with one mistake each, by the test that has to find it.
final class BrokenModels {
    private BrokenModels() {}

    static Map<String, List<UnaryOperator<IommuModel>>> byTest() {
        Map<String, List<UnaryOperator<IommuModel>>> all = new TreeMap<>();
        all.put(
                "anotherModelGoesOnWithASavedState",
                List.of(BrokenModels::takesNothingOver, BrokenModels::losesAnIndex));
        all.put(
                "aStateOfAnotherKindIsRefusedAndNothingChanges",
                List.of(BrokenModels::neverRefuses));
        all.put("aStateThatUsesMoreIsRefusedAndNothingChanges", List.of(BrokenModels::refusesLate));
        all.put(
                "aVendorsStateThatItDoesNotKnowIsRefusedAndNothingChanges",
                List.of(BrokenModels::overlooksVendors));
        all.put(
                "aTransactionThatWaitsStillWaitsForItsAnswerAfterwards",
                List.of(BrokenModels::forgetsStalls));
        all.put("identificationRegistersCannotBeWritten", List.of(BrokenModels::changesItsName));
        all.put(
                "atMostTheBudgetIsDone",
                List.of(BrokenModels::knowsNoBudget, BrokenModels::worksInAWrite));
        all.put(
                "whateverSoftwareAndDevicesDoIsAnswered",
                List.of(BrokenModels::throwsAtAStream, BrokenModels::answersNonsense));
        all.put(
                "accessesThatAreNotAlignedInTheFrameOrNot4Or8BytesAreRefused",
                List.of(BrokenModels::roundsOffsets));
        all.put(
                "afterAnInvalidationAPageThatWasUnmappedIsGone",
                List.of(BrokenModels::neverForgets));
        all.put("everyPlaceOfTheFrameIsAnswered", List.of(BrokenModels::countsReads));
        return all;
    }

    private static IommuModel takesNothingOver(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void restore(SavedState state) {}
        };
    }

    private static IommuModel losesAnIndex(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void restore(SavedState state) {
                sound.restore(without(state, "CMDQ_CONS"));
            }
        };
    }

    private static SavedState without(SavedState state, String register) {
        SortedMap<String, Long> registers = new TreeMap<>(state.registers());
        registers.remove(register);
        return new SavedState(
                state.kind(),
                state.version(),
                state.model(),
                registers,
                state.stalled(),
                state.more());
    }

    private static IommuModel neverRefuses(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void restore(SavedState state) {
                try {
                    sound.restore(state);
                } catch (UnsupportedStateException _) {
                    // the mistake
                }
            }
        };
    }

    private static IommuModel refusesLate(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void restore(SavedState state) {
                sound.write(0x20, 4, 0);
                sound.write(0xa0, 8, 0x4000_1004L);
                sound.restore(state);
            }
        };
    }

    private static IommuModel overlooksVendors(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void restore(SavedState state) {
                SortedMap<String, String> more = new TreeMap<>(state.more());
                more.keySet().removeIf(name -> name.startsWith("VENDOR."));
                sound.restore(
                        new SavedState(
                                state.kind(),
                                state.version(),
                                state.model(),
                                state.registers(),
                                state.stalled(),
                                more));
            }
        };
    }

    private static IommuModel forgetsStalls(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void restore(SavedState state) {
                sound.restore(
                        new SavedState(
                                state.kind(),
                                state.version(),
                                state.model(),
                                state.registers(),
                                List.of(),
                                state.more()));
            }
        };
    }

    private static IommuModel changesItsName(IommuModel sound) {
        return new ForwardedModel(sound) {
            private long iidr = sound.read(0x18, 4);

            @Override
            public long read(long offset, int width) {
                return offset == 0x18 && width == 4 ? iidr : sound.read(offset, width);
            }

            @Override
            public void write(long offset, int width, long value) {
                if (offset == 0x18) {
                    iidr = value & 0xffff_ffffL;
                } else {
                    sound.write(offset, width, value);
                }
            }
        };
    }

    private static IommuModel knowsNoBudget(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public boolean process(int budget) {
                return sound.process(1000);
            }
        };
    }

    private static IommuModel worksInAWrite(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public void write(long offset, int width, long value) {
                sound.write(offset, width, value);
                sound.process(1);
            }
        };
    }

    private static IommuModel throwsAtAStream(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public long translate(
                    int streamId, int substreamId, long address, int access, Outcome outcome) {
                if (streamId < 0) {
                    throw new ArrayIndexOutOfBoundsException(streamId);
                }
                return sound.translate(streamId, substreamId, address, access, outcome);
            }
        };
    }

    private static IommuModel answersNonsense(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public long requestTranslation(
                    int streamId, int substreamId, long address, int access, Outcome outcome) {
                return Outcome.STALLED;
            }
        };
    }

    private static IommuModel roundsOffsets(IommuModel sound) {
        return new ForwardedModel(sound) {
            @Override
            public long read(long offset, int width) {
                return offset == 2 ? sound.read(0, width) : sound.read(offset, width);
            }
        };
    }

    private static IommuModel neverForgets(IommuModel sound) {
        return new ForwardedModel(sound) {
            private final Map<Long, Long> seen = new HashMap<>();

            @Override
            public long translate(
                    int streamId, int substreamId, long address, int access, Outcome outcome) {
                return seen.computeIfAbsent(
                        address,
                        _ -> {
                            long to =
                                    sound.translate(
                                            streamId, substreamId, address, access, outcome);
                            return to < 0 ? null : to;
                        });
            }
        };
    }

    private static IommuModel countsReads(IommuModel sound) {
        return new ForwardedModel(sound) {
            private long reads;

            @Override
            public long read(long offset, int width) {
                reads++;
                return sound.read(offset, width);
            }

            @Override
            public SavedState save() {
                SavedState state = sound.save();
                SortedMap<String, Long> registers = new TreeMap<>(state.registers());
                registers.put("READS", reads);
                return new SavedState(
                        state.kind(),
                        state.version(),
                        state.model(),
                        registers,
                        state.stalled(),
                        state.more());
            }
        };
    }
}
