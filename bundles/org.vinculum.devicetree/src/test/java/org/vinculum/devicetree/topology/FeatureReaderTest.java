package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.MessageTarget;

class FeatureReaderTest {
    private static Master master(String properties) {
        return Source.of(
                        """
                        smmu: iommu@5000000 {
                            compatible = "arm,smmu-v3";
                            reg = <0x5000000 0x20000>;
                            #iommu-cells = <1>;
                        };
                        its: msi@6000000 { #msi-cells = <1>; };
                        v2m: msi@7000000 { #msi-cells = <0>; };
                        dma { iommus = <&smmu 1>; %s };
                        """
                                .formatted(properties))
                .master("/dma");
    }

    @Test
    void aDeviceSaysThatItsFaultsMayWaitAndHowManySubstreamsItHas() {
        assertThat(master("dma-can-stall; pasid-num-bits = <10>;").dma())
                .isEqualTo(new DmaFeatures(OptionalInt.empty(), false, false, true, 10));
    }

    @Test
    void whatIsNotSaidIsNot() {
        assertThat(master("").dma()).isEqualTo(DmaFeatures.NONE);
        assertThat(master("").messages()).isEmpty();
    }

    @Test
    void moreBitsThanASubstreamHasAreNone() {
        assertThat(master("pasid-num-bits = <0xffffffff>;").dma().pasidBits()).isZero();
    }

    @Test
    void messagesGoToTheControllerUnderTheIdThatItKnows() {
        assertThat(master("msi-parent = <&its 0xfffffff0>, <&v2m>, <&its 2>;").messages())
                .containsExactly(
                        new MessageTarget("/msi@6000000", 0xffff_fff0L),
                        new MessageTarget("/msi@6000000", 2));
    }

    @Test
    void aReferenceToNothingEndsTheMessages() {
        assertThat(master("msi-parent = <&its 1>, <0x77 2>, <&its 3>;").messages())
                .containsExactly(new MessageTarget("/msi@6000000", 1));
    }

    @Test
    void aHostBridgeSaysThatItsDevicesMayAskForTranslations() {
        Source board =
                Source.of(
                        "a { device_type = \"pci\"; ats-supported; }; b { device_type = \"pci\";"
                                + " };");

        assertThat(board.bus("/a").dma().ats()).isTrue();
        assertThat(board.bus("/b").dma()).isEqualTo(DmaFeatures.NONE);
    }
}
