package org.vinculum.qemu.compare;

import java.util.OptionalDouble;
import java.util.function.Function;

/// What is compared.
enum Column {
    GUESTS_BOOT("boot, by the guest's clock", "s", boot -> boot.figure(Boot.BOOT)),
    OUR_BOOT("boot, by ours", "s", Boot::bootSeconds),
    ATTACHED("until a device is attached, by ours", "s", Boot::attached),
    PAIRS("map + unmap", "1/s", boot -> boot.figure(Boot.PAIRS)),
    DMA("DMA, one after the other", "1/s", boot -> boot.figure(Boot.DMA));

    private final String quantity;
    private final String unit;
    private final Function<Boot, OptionalDouble> value;

    Column(String quantity, String unit, Function<Boot, OptionalDouble> value) {
        this.quantity = quantity;
        this.unit = unit;
        this.value = value;
    }

    String quantity() {
        return quantity;
    }

    String unit() {
        return unit;
    }

    OptionalDouble of(Boot boot) {
        return value.apply(boot);
    }
}
