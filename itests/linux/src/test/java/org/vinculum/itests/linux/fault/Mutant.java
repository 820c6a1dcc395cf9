package org.vinculum.itests.linux.fault;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.walk.Translation;

/// SMMUs that lack one thing that a driver relies on.
enum Mutant implements Fault {
    /// Takes every TLBI command, and goes on using what was to be forgotten.
    TLBI_IGNORED {
        @Override
        public Translation translation(Translation right) {
            return new Translation(right.translator(), new KeptTranslations(right.caches()));
        }
    },
    /// Takes the first page of a TLBI command's range for all of it.
    TLBI_RANGE_CUT {
        @Override
        public Translation translation(Translation right) {
            return new Translation(right.translator(), new FirstPages(right.caches()));
        }
    },
    /// Two physical SMMUs behind a virtual one, and one of them is as [#TLBI_IGNORED].
    TLBI_IGNORED_BY_ONE {
        @Override
        public Fault at(String path) {
            return path.equals(BEHIND_THE_SECOND_FUNCTION) ? TLBI_IGNORED : NONE;
        }
    },
    /// Takes every CFGI command, and goes on using what was to be forgotten.
    CFGI_IGNORED {
        @Override
        public Translation translation(Translation right) {
            return new Translation(right.translator(), new KeptConfigurations(right.caches()));
        }
    },
    /// Answers every transaction with the address that it came with.
    IDENTITY {
        @Override
        public Translation translation(Translation right) {
            return changed(
                    right,
                    (_, _, address, _, outcome) -> {
                        outcome.translated(0, Access.READ | Access.WRITE, PAGE);
                        return address;
                    });
        }
    },
    /// Lets a write through wherever a read may go.
    WRITES_AS_READS {
        @Override
        public Translation translation(Translation right) {
            return changed(
                    right,
                    (stream, substream, address, access, outcome) ->
                            right.translator()
                                    .translate(
                                            stream, substream, address, asRead(access), outcome));
        }
    },
    /// Goes to the start of a page, wherever in it an access was to go.
    OFFSET_LOST {
        @Override
        public Translation translation(Translation right) {
            return changed(
                    right,
                    (stream, substream, address, access, outcome) ->
                            right.translator()
                                    .translate(
                                            stream, substream, address & -PAGE, access, outcome));
        }
    },
    /// Takes the second function for the first.
    ONE_STREAM {
        @Override
        public Translation translation(Translation right) {
            return changed(
                    right,
                    (_, substream, address, access, outcome) ->
                            right.translator()
                                    .translate(
                                            Layout.FIRST_STREAM,
                                            substream,
                                            address,
                                            access,
                                            outcome));
        }
    },
    /// Reports what it refuses, and tells the device that all went well.
    REFUSALS_HIDDEN {
        @Override
        public Translation translation(Translation right) {
            return changed(
                    right,
                    (stream, substream, address, access, outcome) -> {
                        long answer =
                                right.translator()
                                        .translate(stream, substream, address, access, outcome);
                        return answer == Outcome.ABORT ? Outcome.IGNORED : answer;
                    });
        }
    },
    /// Reports another address than the one that it has refused.
    ADDRESS_MISTOLD {
        @Override
        public FaultSink reports(FaultSink right) {
            return new NextPageReported(right);
        }
    },
    /// Does not say that events were lost.
    OVERFLOW_UNTOLD {
        @Override
        public GuestSmmu smmu(GuestSmmu right, Ram memory) {
            return new ForwardedSmmu(right) {
                @Override
                public long read(long offset, int width) {
                    long value = super.read(offset, width);
                    return offset == EventqProd.OFFSET ? EventqProd.WR.inPlace(value) : value;
                }
            };
        }
    },
    /// Records events, and raises no wire for them.
    EVENT_WIRE_DEAD {
        @Override
        public InterruptLines interrupts(InterruptLines right) {
            return line -> {
                if (line != Line.EVENTQ) {
                    right.raise(line);
                }
            };
        }
    },
    /// Sends no message to the interrupt translation service; those to memory arrive.
    MESSAGES_LOST {
        @Override
        public PhysicalMemory memory(PhysicalMemory right) {
            return new MessagesLost(right);
        }
    };

    private static final String BEHIND_THE_SECOND_FUNCTION = "/smmu@10000000";
    private static final long PAGE = 4096;

    private static int asRead(int access) {
        return access & ~Access.WRITE | Access.READ;
    }

    private static Translation changed(Translation right, ChangedTranslator.Answer answer) {
        return new Translation(new ChangedTranslator(right.translator(), answer), right.caches());
    }
}
