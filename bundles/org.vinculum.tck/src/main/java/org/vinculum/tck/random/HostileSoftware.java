package org.vinculum.tck.random;

import java.util.SplittableRandom;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.tck.TestMachine;

/// Software and devices that do anything: writes to all of the frame, garbage in memory, transactions of any stream.
public final class HostileSoftware {
    private static final int[] ACCESSES = {
        Access.READ, Access.WRITE, Access.READ | Access.WRITE, Access.READ | Access.INSTRUCTION
    };

    private final SplittableRandom random;
    private final Draw draw;
    private final TestMachine machine;
    private final IommuModel model;
    private final Outcome outcome = new Outcome();

    public HostileSoftware(SplittableRandom random, TestMachine machine, IommuModel model) {
        this.random = random;
        this.draw = new Draw(random);
        this.machine = machine;
        this.model = model;
    }

    /// Register writes, with memory changed in between.
    public void writes(int count) {
        for (int i = 0; i < count; i++) {
            int width = random.nextBoolean() ? Long.BYTES : Integer.BYTES;
            model.write(draw.offset(model.frameSize(), width), width, draw.value());
            draw.disturb(machine);
        }
    }

    public void reads(int count) {
        for (int i = 0; i < count; i++) {
            int width = random.nextBoolean() ? Long.BYTES : Integer.BYTES;
            long value = model.read(draw.offset(model.frameSize(), width), width);
            if (width == Integer.BYTES && value >>> Integer.SIZE != 0) {
                throw new AssertionError("a read of 4 bytes gave 0x" + Long.toHexString(value));
            }
        }
    }

    /// Transactions, translation requests and page requests.
    ///
    /// @throws AssertionError when an answer is neither an address nor one that [Outcome] names
    public void transactions(int count) {
        for (int i = 0; i < count; i++) {
            int stream = random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(256);
            int substream = random.nextInt(3) == 0 ? random.nextInt(1 << 20) : -1;
            long address = random.nextBoolean() ? random.nextLong() : random.nextLong(1L << 40);
            int access = ACCESSES[random.nextInt(ACCESSES.length)] | privileged();
            switch (random.nextInt(8)) {
                case 0 -> requested(stream, substream, address, access);
                case 1 ->
                        model.requestPage(
                                stream,
                                substream,
                                address,
                                access,
                                random.nextInt(512),
                                random.nextBoolean());
                case 2 -> translated(stream, substream, address, access | Access.TRANSLATED);
                default -> translated(stream, substream, address, access);
            }
        }
    }

    private int privileged() {
        return random.nextBoolean() ? Access.PRIVILEGED : 0;
    }

    private void translated(int stream, int substream, long address, int access) {
        long answer = model.translate(stream, substream, address, access, outcome);
        if (answer < Outcome.STALLED) {
            throw new AssertionError("a transaction was answered with " + answer);
        }
    }

    private void requested(int stream, int substream, long address, int access) {
        long answer = model.requestTranslation(stream, substream, address, access, outcome);
        if (answer < 0 && answer != Outcome.ABORT && answer != Outcome.DENIED) {
            throw new AssertionError("a translation request was answered with " + answer);
        }
    }

    /// Has some of what waits done.
    public void process(int times) {
        for (int i = 0; i < times; i++) {
            model.process(1 + random.nextInt(64));
        }
    }
}
