package org.vinculum.viommu.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;

class SwitchesTest {
    private static final int CR0 = 0x20;
    private static final int CR0ACK = 0x24;
    private static final int GBPA = 0x44;
    private static final int GERROR = 0x60;
    private static final int GERRORN = 0x64;
    private static final int CMDQ_PROD = 0x98;
    private static final int CMDQ_CONS = 0x9c;
    private static final int UPDATE = 0x8000_0000;

    private final Guest guest = new Guest();

    @Test
    void afterResetEverythingIsOffAndGbpaLetsTrafficThroughAsItIs() {
        assertThat(guest.read(CR0)).isZero();
        assertThat(guest.read(CR0ACK)).isZero();
        assertThat(guest.read(GBPA)).isEqualTo(0x1000);
        assertThat(guest.read(GERROR)).isZero();
    }

    @Test
    void queuesAndAtschkAreAcknowledgedAtOnce() {
        guest.write(CR0, 0x16);

        assertThat(guest.read(CR0ACK)).isEqualTo(0x16);
    }

    @Test
    void translationAndCommandsAreAcknowledgedWhenTheyAreInEffect() {
        guest.write(CR0, 0x9);
        assertThat(guest.work.told()).containsExactly("SMMUEN true", "CMDQEN true");
        assertThat(guest.read(CR0)).isEqualTo(0x9);
        assertThat(guest.read(CR0ACK)).isZero();

        guest.registers.commandsEnableComplete();
        assertThat(guest.read(CR0ACK)).isEqualTo(0x8);

        guest.registers.smmuEnableComplete();
        assertThat(guest.read(CR0ACK)).isEqualTo(0x9);
    }

    @Test
    void aBitInTransitionKeepsItsNewValue() {
        guest.write(CR0, 0x1);
        guest.write(CR0, 0x4);

        assertThat(guest.read(CR0)).isEqualTo(0x5);
        assertThat(guest.work.told()).containsExactly("SMMUEN true");

        guest.registers.smmuEnableComplete();
        guest.write(CR0, 0x4);
        assertThat(guest.read(CR0)).isEqualTo(0x4);
        assertThat(guest.work.told()).containsExactly("SMMUEN true", "SMMUEN false");
    }

    @Test
    void bitsWithoutAFeatureAreNotThere() {
        Guest plain = new Guest(Guest.description(false, false, Map.of()), new FakeHost());

        plain.write(CR0, -1);

        assertThat(plain.read(CR0)).isEqualTo(0xd);
        plain.write(0x50, -1);
        assertThat(plain.read(0x50)).isEqualTo(0x5);
        plain.writeLong(0xc0, -1);
        assertThat(plain.read(0xc0)).isZero();
    }

    @Test
    void whatIsShownFreezesWhenTheGuestTurnsSomethingOn() {
        guest.write(CR0, 0);
        assertThat(guest.shown.frozen()).isFalse();

        guest.write(CR0, 0x8);
        assertThat(guest.shown.frozen()).isTrue();
    }

    @Test
    void gbpaTakesEffectOnlyWithUpdate() {
        guest.write(GBPA, 0x10_0000);
        assertThat(guest.read(GBPA)).isEqualTo(0x1000);
        assertThat(guest.work.told()).isEmpty();

        guest.write(GBPA, UPDATE | 0x10_0000);
        assertThat(guest.read(GBPA)).isEqualTo(UPDATE | 0x10_0000);
        assertThat(guest.work.told()).containsExactly("GBPA");
    }

    @Test
    void gbpaIsReadOnlyUntilItsUpdateIsComplete() {
        guest.write(GBPA, UPDATE | 0x10_0000);
        guest.write(GBPA, UPDATE);
        assertThat(guest.read(GBPA)).isEqualTo(UPDATE | 0x10_0000);

        guest.registers.bypassComplete();
        assertThat(guest.read(GBPA)).isEqualTo(0x10_0000);

        guest.write(GBPA, -1);
        assertThat(guest.read(GBPA)).isEqualTo(0x801f_3f1f);
    }

    @Test
    void commandsWaitWhenProdIsWritten() {
        guest.write(CMDQ_PROD, 0xfff0_0003);

        assertThat(guest.registers.cmdqProd()).isEqualTo(3);
        assertThat(guest.work.told()).containsExactly("commands");
    }

    @Test
    void aCommandErrorStaysUntilTheGuestAcknowledgesIt() {
        guest.registers.consumed(2);
        guest.registers.commandError(Cerror.ILL, 3);

        assertThat(guest.read(CMDQ_CONS)).isEqualTo(0x0100_0003);
        assertThat(guest.read(GERROR)).isEqualTo(1);
        assertThat(guest.registers.commandErrorActive()).isTrue();

        guest.write(GERRORN, 1);
        assertThat(guest.registers.commandErrorActive()).isFalse();
        assertThat(guest.read(CMDQ_CONS)).isEqualTo(3);
        assertThat(guest.work.told()).containsExactly("commands");
    }

    @Test
    void anActiveErrorIsNotToggledAgain() {
        guest.registers.commandError(Cerror.ILL, 0);
        guest.registers.commandError(Cerror.ABT, 0);

        assertThat(guest.read(GERROR)).isEqualTo(1);
        guest.write(GERRORN, 1);
        guest.registers.commandError(Cerror.ABT, 0);
        assertThat(guest.read(GERROR)).isZero();
        assertThat(guest.registers.commandErrorActive()).isTrue();
    }

    @Test
    void anErrorThatDoesNotExistCannotBeAcknowledged() {
        guest.write(GERRORN, -1);

        assertThat(guest.read(GERRORN)).isEqualTo(0x1fd);
    }
}
