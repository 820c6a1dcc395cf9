package org.vinculum.smmu.register;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// x_BASE of a queue: a 64-bit register whose changes the queue has to know.
final class BaseRegister {
    private final WideRegister register;
    private final LongConsumer changed;

    BaseRegister(long writable, BooleanSupplier guarded, LongConsumer changed) {
        this.register = new WideRegister(writable, guarded);
        this.changed = changed;
    }

    Cell low() {
        return telling(register.low());
    }

    Cell high() {
        return telling(register.high());
    }

    private Cell telling(Cell half) {
        return new Port(
                half::read,
                value -> {
                    half.write(value);
                    changed.accept(register.value());
                });
    }
}
