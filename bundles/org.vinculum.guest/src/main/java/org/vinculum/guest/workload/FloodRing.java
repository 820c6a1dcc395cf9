package org.vinculum.guest.workload;

import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.Idr1;

/// A command queue without a driver's caution: it is filled as far as it goes, and nobody waits.
public final class FloodRing {
    private final GuestHardware hardware;
    private final Ring ring;
    private final Ram ram;
    private int producer;
    private int consumer;

    /// Puts an SMMU's command queue into other memory; what else it was doing goes on.
    ///
    /// @param log2 of the number of commands wanted
    public FloodRing(GuestHardware hardware, GuestPages pages, int log2) {
        this.hardware = hardware;
        int most = Idr1.CMDQS.get((int) hardware.read(Idr1.OFFSET, Integer.BYTES));
        int bits = Math.min(log2, most);
        long address = pages.demand((long) Command.SIZE << bits);
        ring = new Ring(address, bits, Command.SIZE);
        ram = hardware.memory().ram(address);
        int enables = (int) hardware.read(Cr0.OFFSET, Integer.BYTES);
        enable(Cr0.CMDQEN.in(enables, 0));
        hardware.write(
                CmdqBase.OFFSET,
                Long.BYTES,
                CmdqBase.ADDR.inPlace(address) | CmdqBase.LOG2SIZE.of(bits));
        write(CmdqProd.OFFSET, 0);
        write(CmdqCons.OFFSET, 0);
        enable(Cr0.CMDQEN.in(enables, 1));
    }

    private void enable(int value) {
        write(Cr0.OFFSET, value);
        while (hardware.read(Cr0.ACK_OFFSET, Integer.BYTES) != value) {
            hardware.pause();
        }
    }

    private void write(long offset, int value) {
        hardware.write(offset, Integer.BYTES, Integer.toUnsignedLong(value));
    }

    public int size() {
        return ring.size();
    }

    /// Commands that fit now.
    public int room() {
        consumer = CmdqCons.RD.get((int) hardware.read(CmdqCons.OFFSET, Integer.BYTES));
        return Math.max(0, ring.size() - ring.filled(producer, consumer));
    }

    /// Writes a command; there must be room.
    public void put(long word0, long word1) {
        long entry = ring.entry(producer) - ram.start();
        ram.setLong(entry, word0);
        ram.setLong(entry + Long.BYTES, word1);
        producer = ring.next(producer);
    }

    /// Shows the SMMU what has been written.
    public void show() {
        write(CmdqProd.OFFSET, producer);
    }

    /// Whether everything that was shown has been taken.
    public boolean isEmpty() {
        return room() == ring.size();
    }

    /// Shows a producer index that has nothing to do with what was written.
    public void showAnything(int index) {
        write(CmdqProd.OFFSET, index);
    }

    /// After an error: gives up what is in the ring and goes on at the command that caused it.
    public void acknowledgeError() {
        int state = (int) hardware.read(Gerror.OFFSET, Integer.BYTES);
        if (Gerror.CMDQ_ERR.isSet(state ^ (int) hardware.read(Gerror.ACK_OFFSET, Integer.BYTES))) {
            int at = (int) hardware.read(CmdqCons.OFFSET, Integer.BYTES);
            producer = ring.position(CmdqCons.RD.get(at));
            show();
            write(Gerror.ACK_OFFSET, state);
        }
    }
}
