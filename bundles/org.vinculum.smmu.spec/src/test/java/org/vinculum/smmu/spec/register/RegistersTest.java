package org.vinculum.smmu.spec.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Layout;

class RegistersTest {
    @Test
    void noTwoRegistersShareAByte() {
        Set<String> taken = new HashSet<>();
        for (Register register : Registers.ALL) {
            for (int index = 0; index < register.count(); index++) {
                for (int place = 0; place < register.size(); place++) {
                    int offset = register.offset() + index * register.stride() + place;
                    assertThat(taken.add(register.page() + " " + offset))
                            .as(register.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyRegisterIsAlignedToItsSizeAndOnItsPage() {
        for (Register register : Registers.ALL) {
            int last = register.offset() + (register.count() - 1) * register.stride();
            assertThat(register.offset() % register.size()).as(register.name()).isZero();
            assertThat(last / Page.SIZE)
                    .as(register.name())
                    .isEqualTo(register.page() == Page.PAGE_1 ? 1 : 0);
        }
    }

    @Test
    void fieldsFitIntoTheirRegister() {
        for (Register register : Registers.ALL) {
            assertThat(Layout.of(register.layout()).fields().values())
                    .as(register.name())
                    .allMatch(field -> field.hi() < register.width());
        }
    }

    @Test
    void aRegisterIsFoundByAnyOfItsBytes() {
        assertThat(Registers.at(Page.PAGE_0, 0x84)).map(Register::name).hasValue("STRTAB_BASE");
        assertThat(Registers.at(Page.PAGE_1, 0x100a8)).map(Register::name).hasValue("EVENTQ_PROD");
        assertThat(Registers.at(Page.VATOS, 0xa1f)).map(Register::name).hasValue("VATOS_PAR");
    }

    @Test
    void oneOfARowIsFoundByItsIndex() {
        assertThat(Registers.at(Page.PAGE_0, 0x4000 + 255 * 32 + 0xc))
                .map(Register::name)
                .hasValue("CMDQ_CONTROL_PAGE_STATUSn");
        assertThat(Registers.at(Page.PAGE_0, 0x4010)).isEmpty();
        assertThat(Registers.at(Page.PAGE_0, 0x4000 + 256 * 32)).isEmpty();
    }

    @Test
    void whereThePageHasNoneNoneIsFound() {
        assertThat(Registers.at(Page.PAGE_0, 0xa8)).isEmpty();
        assertThat(Registers.at(Page.PAGE_0, 0x8000)).isEmpty();
        assertThat(Registers.at(Page.PAGE_0, -4)).isEmpty();
        assertThat(Registers.at(Page.PAGE_1, 0xa8)).isEmpty();
    }
}
