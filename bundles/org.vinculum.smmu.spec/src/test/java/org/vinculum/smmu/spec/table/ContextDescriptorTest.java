package org.vinculum.smmu.spec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Words;

class ContextDescriptorTest {
    private static final ContextDescriptor CD =
            new ContextDescriptor(
                    Words.of(
                            0xa51d_ee4d_c099_3550L,
                            0x0000_0000_8765_4002L,
                            0x0400_000f_fedc_b004L,
                            0xff44_0c08_04bb_00ffL,
                            0,
                            0x0042_0123_0000_0000L,
                            0x0000_0000_0000_0028L,
                            0x0000_0000_0000_0030L));

    @Test
    void wordZeroSaysHowAddressesAreSplitAndFaultsTaken() {
        assertThat(CD.get(ContextDescriptor.T0SZ)).isEqualTo(16);
        assertThat(CD.get(ContextDescriptor.TG0)).isEqualTo(1);
        assertThat(CD.get(ContextDescriptor.IR0)).isEqualTo(1);
        assertThat(CD.get(ContextDescriptor.OR0)).isEqualTo(1);
        assertThat(CD.get(ContextDescriptor.SH0)).isEqualTo(3);
        assertThat(CD.has(ContextDescriptor.EPD0)).isFalse();
        assertThat(CD.get(ContextDescriptor.T1SZ)).isEqualTo(25);
        assertThat(CD.get(ContextDescriptor.TG1)).isEqualTo(2);
        assertThat(CD.has(ContextDescriptor.EPD1)).isTrue();
        assertThat(CD.valid()).isTrue();
        assertThat(CD.get(ContextDescriptor.IPS)).isEqualTo(5);
        assertThat(CD.has(ContextDescriptor.AFFD)).isTrue();
        assertThat(CD.has(ContextDescriptor.TBI0)).isTrue();
        assertThat(CD.has(ContextDescriptor.TBI1)).isFalse();
        assertThat(CD.has(ContextDescriptor.PAN)).isFalse();
        assertThat(CD.has(ContextDescriptor.AA64)).isTrue();
        assertThat(CD.has(ContextDescriptor.HD)).isTrue();
        assertThat(CD.has(ContextDescriptor.HA)).isTrue();
        assertThat(CD.has(ContextDescriptor.S)).isFalse();
        assertThat(CD.has(ContextDescriptor.R)).isTrue();
        assertThat(CD.has(ContextDescriptor.A)).isTrue();
        assertThat(CD.has(ContextDescriptor.ASET)).isTrue();
        assertThat(CD.get(ContextDescriptor.ASID)).isEqualTo(0xa51d);
    }

    @Test
    void wordsOneAndTwoAreTheTables() {
        assertThat(CD.ttb0()).isEqualTo(0x8765_4000L);
        assertThat(CD.has(ContextDescriptor.HAD0)).isTrue();
        assertThat(CD.ttb1()).isEqualTo(0xf_fedc_b000L);
        assertThat(CD.has(ContextDescriptor.E0PD1)).isTrue();
        assertThat(CD.has(ContextDescriptor.DS)).isTrue();
    }

    @Test
    void wordThreeHoldsEightMemoryAttributes() {
        assertThat(CD.get(ContextDescriptor.attribute(0))).isEqualTo(0xff);
        assertThat(CD.get(ContextDescriptor.attribute(2))).isEqualTo(0xbb);
        assertThat(CD.get(ContextDescriptor.attribute(6))).isEqualTo(0x44);
        assertThat(CD.get(ContextDescriptor.attribute(7))).isEqualTo(0xff);
        assertThat(CD.get(ContextDescriptor.MAIR1)).isEqualTo(0xff44_0c08);
    }

    @Test
    void theOtherWordsArePartitionsAndPermissions() {
        assertThat(CD.get(ContextDescriptor.PARTID)).isEqualTo(0x123);
        assertThat(CD.get(ContextDescriptor.PMG)).isEqualTo(0x42);
        assertThat(CD.get(ContextDescriptor.piiu(1))).isEqualTo(5);
        assertThat(CD.get(ContextDescriptor.piip(1))).isEqualTo(6);
    }

    @Test
    void aContextDescriptorHasEightWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContextDescriptor(Words.of(1)));
    }

    @Test
    void aDescriptorOfTheFirstLevelHasValidityAndPointer() {
        var descriptor = new ContextTableDescriptor(0xff00_0000_8765_4fffL);

        assertThat(descriptor.valid()).isTrue();
        assertThat(descriptor.l2Ptr()).isEqualTo(0x8765_4000L);
        assertThat(new ContextTableDescriptor(0x8765_4000L).valid()).isFalse();
    }

    @Test
    void aVirtualMachineStructureMapsThirtyTwoPartids() {
        var structure =
                new VirtualMachineStructure(
                        Words.of(0x0003_0002_0001_0000L, 5, 0, 0, 0, 0, 0, 0xffff_0000_0000_0000L));

        assertThat(structure.physicalPartid(3)).isEqualTo(3);
        assertThat(structure.physicalPartid(4)).isEqualTo(5);
        assertThat(structure.physicalPartid(31)).isEqualTo(0xffff);
        assertThatIllegalArgumentException().isThrownBy(() -> structure.physicalPartid(32));
    }
}
