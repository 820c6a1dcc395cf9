package org.vinculum.smmu.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.register.Cr0;

class LayoutTest {
    public record Overlapping(long word) {
        public static final Bits WHOLE = bits(7, 0);
        public static final Bits PART = bit(7);
    }

    @Test
    void fieldsStandInTheOrderOfTheirBits() {
        assertThat(Layout.of(Cr0.class).fields().keySet())
                .containsExactly(
                        "SMMUEN", "PRIQEN", "EVENTQEN", "CMDQEN", "ATSCHK", "VMW", "DPT_WALK_EN");
    }

    @Test
    void whatNoFieldNamesIsReserved() {
        assertThat(Layout.of(Cr0.class).reserved(0)).isEqualTo(0xffff_ffff_ffff_fa20L);
    }

    @Test
    void aCommandHasTheFieldsOfItsComponentsAndOfAllCommands() {
        assertThat(Layout.of(TlbiNhVa.class).fields())
                .containsEntry("OPCODE", bits(7, 0))
                .containsEntry("SCALE", bits(25, 20))
                .containsEntry("ASID", bits(63, 48))
                .containsEntry("ADDRESS", bits(127, 76));
    }

    @Test
    void fieldsMayNotOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.of(Overlapping.class))
                .withMessage("PART [7] overlaps another field");
    }
}
