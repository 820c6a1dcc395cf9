package org.vinculum.qemu.vdma;

import org.vinculum.memory.Ram;
import org.vinculum.qemu.poll.Polled;

/// A DMA engine whose registers are plain memory, so that a guest can try its SMMU out.
///
/// | offset | register | |
/// | --- | --- | --- |
/// | 0x00 | magic | 0x414d4456 |
/// | 0x04 | stream offset | 32 bits, unsigned; added to the function's own stream |
/// | 0x08 | source | 64 bits |
/// | 0x10 | destination | 64 bits |
/// | 0x18 | length | in bytes, 32 bits, unsigned; 0 is done at once |
/// | 0x1c | operation | 0 copies, 7 raises the function's MSI, 8 reads one byte of every page of the source |
/// | 0x20 | doorbell | any other number than before starts it; at first it is 0 |
/// | 0x24 | done | that number, once it has ended |
/// | 0x28 | status | 0 good, 1 read refused, 2 write refused, 3 no such operation, 4 MSI is not enabled |
/// | 0x30 | refused pages | of the operation that ended |
///
/// Registers are read once, when the doorbell is seen. Rung again meanwhile it is seen when the operation has ended, and then
/// only the last number counts. Addresses wrap at 2^64. A copy ends at the first refusal, with everything before it moved; reading
/// a byte of every page goes on. Every transaction is refused while the command register says that the function is no bus
/// master, and on a stream that the SMMU does not have. A transaction that the SMMU stalls waits, and the engine with it.
/// Where software has turned ATS on, transactions on the function's own stream are translated ones.
public final class Vdma implements Polled {
    static final int COPY = 0;
    static final int RAISE = 7;
    static final int TOUCH = 8;

    private final Registers registers;
    private final FunctionControl function;
    private final StreamPorts ports;
    private final int firstStream;
    private final Transactions dma;
    private final PageBuffer buffer = new PageBuffer();
    private int number;
    private Operation operation;

    /// Fills in the registers.
    ///
    /// @param bar its registers, [org.vinculum.qemu.layout.Layout#BAR_SIZE] bytes
    /// @param configuration of its function, [ConfigurationSpace#FUNCTION_SIZE] bytes
    /// @param firstStream the function's own; registers count from it
    public Vdma(Ram bar, Ram configuration, StreamPorts ports, int firstStream) {
        this.registers = new Registers(bar);
        this.function = new FunctionControl(configuration);
        this.ports = ports;
        this.firstStream = firstStream;
        this.dma = new Transactions(function);
    }

    @Override
    public boolean poll() {
        if (operation == null) {
            int rung = registers.doorbell();
            if (rung == number) {
                return false;
            }
            number = rung;
            operation = fetch();
        }
        return proceed();
    }

    private Operation fetch() {
        long offset = Integer.toUnsignedLong(registers.word(Registers.STREAM_OFFSET));
        long source = registers.address(Registers.SOURCE);
        long destination = registers.address(Registers.DESTINATION);
        long length = Integer.toUnsignedLong(registers.word(Registers.LENGTH));
        dma.use(ports.of(firstStream + offset), offset == 0);
        return switch (registers.word(Registers.OPERATION)) {
            case COPY -> new Copy(buffer, source, destination, length);
            case RAISE -> message();
            case TOUCH -> new Touch(buffer, source, length);
            default -> new Nothing(Status.UNKNOWN_OPERATION);
        };
    }

    private Operation message() {
        return function.hasMessages()
                ? new Message(buffer, function.messageAddress(), function.messageData())
                : new Nothing(Status.MESSAGES_OFF);
    }

    private boolean proceed() {
        int most = operation.pagesAtOnce();
        for (int page = 0; page < most; page++) {
            switch (operation.step(dma)) {
                case MORE -> {}
                case WAITS -> {
                    return page > 0;
                }
                case ENDED -> {
                    registers.finish(number, operation.status(), operation.refused());
                    operation = null;
                    return true;
                }
            }
        }
        return true;
    }
}
