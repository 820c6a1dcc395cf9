package org.vinculum.itests.linux.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.itests.linux.SmmuMode;
import org.vinculum.live.LiveGuestRefusedException;

/// Each model that we ship, found and used by Linux.
class ModelTests {
    private static final String TESTS = "probe,copy,reports,after-unmap,quiet";

    // name, address bits that the driver says
    static List<Arguments> physical() {
        return Matrix.of(
                """
                + smmuv3-3.0   | 48
                  smmuv3-3.1   | 48
                  smmuv3-3.2   | 48
                  smmuv3-3.3   | 48
                + mmu-600-r0p0 | 48
                  mmu-600-r2p0 | 48
                  mmu-700-r0p0 | 48
                + mmu-700-r1p1 | 48
                + thunderx2    | 44
                + hi161x       | 44
                + qemu-9.2     | 44
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("physical")
    void linuxDrivesEachModel(String model, String bits) throws InterruptedException {
        passes(new ProfiledGuest(SmmuMode.PHYSICAL), model, bits);
    }

    static List<Arguments> virtual() {
        return Matrix.of(
                """
                  smmuv3-3.0   | 48
                  smmuv3-3.1   | 48
                  smmuv3-3.2   | 48
                  smmuv3-3.3   | 48
                + mmu-600-r2p0 | 48
                  mmu-700-r1p1 | 48
                + thunderx2    | 44
                  hi161x       | 44
                  qemu-9.2     | 44
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("virtual")
    void linuxDrivesVirtualSmmusOverEachModel(String model, String bits)
            throws InterruptedException {
        passes(new ProfiledGuest(SmmuMode.VIRTUAL), model, bits);
    }

    private static void passes(ProfiledGuest guest, String model, String bits)
            throws InterruptedException {
        guest.model(model).tests(TESTS).words("vinculum.oas=" + bits);

        assertThat(guest.run().verdict()).as(guest::printed).isEqualTo("PASS 5 tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmu-600-r0p0", "mmu-700-r0p0"})
    void aModelWhoseErrataForbidNestingGivesNoVirtualSmmu(String model) {
        var guest = new ProfiledGuest(SmmuMode.VIRTUAL).model(model);

        assertThatThrownBy(guest::run)
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining("must not nest stage 1 over stage 2");
    }
}
