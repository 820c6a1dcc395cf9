package org.vinculum.qemu.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vinculum.live.GuestSmmu;
import org.vinculum.smmu.spec.register.Access;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.AtosCtrl;
import org.vinculum.smmu.spec.register.AtosPar;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EcmdqCons;
import org.vinculum.smmu.spec.register.EcmdqProd;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gbpmpam;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.Gmpam;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr2;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr4;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;
import org.vinculum.smmu.spec.register.Iidr;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.Page;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.PriqProd;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;

/// Which registers of one SMMU are looked at when: sorts the architecture's register map by the part that a register plays
/// between software and an SMMU. All offsets are in bytes from the start of the frame.
///
/// @param triggers what makes an SMMU do something, in the order in which they are looked at: who is seen to have written one
///     is seen to have written those behind it as well, if he did so before
/// @param kept triggers that hold what was written
/// @param handshakes triggers that an SMMU answers in the register itself, once the results are there
/// @param configuration all others that software may write
/// @param results what an SMMU changes by itself, in the order in which it is shown: causes before what tells of them
/// @param identification what never changes as long as it is the same SMMU
/// @param written the words of triggers and configuration, counted from the start
record WatchedRegisters(
        int[] triggers,
        int[] kept,
        int[] handshakes,
        Place[] configuration,
        int[] results,
        int[] identification,
        BitSet written) {
    /// A register of 4 or 8 bytes.
    record Place(int offset, int width) {}

    private static final int[] CONTROLS = {
        Cr0.OFFSET, IrqCtrl.OFFSET,
    };
    private static final int[] HANDSHAKES = {
        Gbpa.OFFSET, Gmpam.OFFSET, Gbpmpam.OFFSET, AtosCtrl.OFFSET,
    };

    /// The output queues' indexes are on page 1, or on page 0 where there is no page 1 (IHI 0070, 6.2.1).
    private static final int[] INDEXES = {
        Gerror.ACK_OFFSET,
        CmdqProd.OFFSET,
        EventqCons.OFFSET,
        EventqCons.ALIAS_OFFSET,
        PriqCons.OFFSET,
        PriqCons.ALIAS_OFFSET,
    };

    private static final int[] RECORDS = {
        EventqProd.OFFSET,
        EventqProd.ALIAS_OFFSET,
        PriqProd.OFFSET,
        PriqProd.ALIAS_OFFSET,
        AtosPar.OFFSET,
        AtosPar.OFFSET + Integer.BYTES,
    };
    private static final int[] ANSWERS = {
        CmdqCons.OFFSET, Cr0.ACK_OFFSET, IrqCtrl.ACK_OFFSET, Gerror.OFFSET,
    };

    private static final int[] IDENTIFICATION = {
        Idr0.OFFSET,
        Idr1.OFFSET,
        Idr2.OFFSET,
        Idr3.OFFSET,
        Idr4.OFFSET,
        Idr5.OFFSET,
        Idr6.OFFSET,
        Iidr.OFFSET,
        Aidr.OFFSET,
    };

    /// @param size bytes of the frame that the guest can reach
    static WatchedRegisters of(GuestSmmu smmu, int size) {
        int[] queues = EnhancedQueues.of(smmu, size);
        int[] indexes = within(size, moved(queues, EcmdqProd.OFFSET), INDEXES);
        int[] triggers = within(size, CONTROLS, HANDSHAKES, indexes);
        BitSet written = new BitSet();
        for (int offset : triggers) {
            written.set(offset / Integer.BYTES);
        }
        Place[] configuration = configuration(queues, size, written);
        for (Place place : configuration) {
            written.set(
                    place.offset() / Integer.BYTES,
                    (place.offset() + place.width()) / Integer.BYTES);
        }
        int[] results = within(size, RECORDS, moved(queues, EcmdqCons.OFFSET), ANSWERS);
        return new WatchedRegisters(
                triggers,
                within(size, CONTROLS, indexes),
                within(size, HANDSHAKES),
                configuration,
                results,
                within(size, IDENTIFICATION),
                written);
    }

    private static Place[] configuration(int[] queues, int size, BitSet triggers) {
        List<Place> places = new ArrayList<>();
        for (Register register : Registers.ALL) {
            if (register.access() == Access.READ_WRITE) {
                for (int start : starts(register.page(), queues)) {
                    int offset = start + register.offset();
                    if (offset < size && !triggers.get(offset / Integer.BYTES)) {
                        places.add(new Place(offset, register.size()));
                    }
                }
            }
        }
        return places.toArray(new Place[0]);
    }

    /// From where the offsets of a page's registers count.
    private static int[] starts(Page page, int[] queues) {
        return switch (page) {
            case PAGE_0, PAGE_1 -> new int[] {0};
            case VATOS -> new int[0];
            case CMDQ_CONTROL -> queues;
        };
    }

    private static int[] moved(int[] starts, int distance) {
        int[] moved = starts.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += distance;
        }
        return moved;
    }

    private static int[] within(int size, int[]... parts) {
        return Stream.of(parts).flatMapToInt(IntStream::of).filter(o -> o < size).toArray();
    }
}
