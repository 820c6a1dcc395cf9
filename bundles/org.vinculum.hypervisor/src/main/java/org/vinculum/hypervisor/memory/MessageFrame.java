package org.vinculum.hypervisor.memory;

import java.util.function.IntConsumer;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// The frame of an interrupt translation service that messages are written to (IHI 0069, 12.19).
public final class MessageFrame implements MessageSink {
    /// Bytes of the frame.
    public static final long SIZE = 0x1_0000;

    /// Where GITS_TRANSLATER is in it; everything else is reserved.
    public static final int TRANSLATER = 0x40;

    private final AddressRange frame;
    private final IntConsumer events;

    /// @param events receives what is written to GITS_TRANSLATER
    /// @throws IllegalArgumentException for a frame of another size
    public MessageFrame(AddressRange frame, IntConsumer events) {
        if (frame.size() != SIZE) {
            throw new IllegalArgumentException("no frame for messages: " + frame);
        }
        this.frame = frame;
        this.events = events;
    }

    /// Whether an address is that of GITS_TRANSLATER.
    public boolean translates(long physical) {
        return physical - frame.start().value() == TRANSLATER;
    }

    /// Reserved registers answer and do nothing.
    @Override
    public boolean write(long physical, int value) {
        if (translates(physical)) {
            events.accept(value);
        }
        return frame.contains(new Address(physical));
    }
}
