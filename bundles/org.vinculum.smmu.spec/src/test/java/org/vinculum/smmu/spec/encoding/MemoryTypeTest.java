package org.vinculum.smmu.spec.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.smmu.spec.encoding.Cacheability.NON_CACHEABLE;
import static org.vinculum.smmu.spec.encoding.Cacheability.WRITE_THROUGH;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTypeTest {
    @Test
    void anAttributeWithoutAnOuterHalfIsADevice() {
        assertThat(new MairAttribute(0x00).device()).isEqualTo(DeviceType.NGNRNE);
        assertThat(new MairAttribute(0x04).device()).isEqualTo(DeviceType.NGNRE);
        assertThat(new MairAttribute(0x08).device()).isEqualTo(DeviceType.NGRE);
        assertThat(new MairAttribute(0x0c).device()).isEqualTo(DeviceType.GRE);
        assertThat(new MairAttribute(0x10).isDevice()).isFalse();
    }

    @Test
    void reservedBitsOfADeviceDoNotCount() {
        assertThat(new MairAttribute(0x07).isDevice()).isTrue();
        assertThat(new MairAttribute(0x07).device()).isEqualTo(DeviceType.NGNRE);
    }

    @Test
    void theHalvesOfNormalMemoryAreIndependent() {
        var attribute = new MairAttribute(0x4b);

        assertThat(attribute.outer().cacheability()).isEqualTo(NON_CACHEABLE);
        assertThat(attribute.inner().cacheability()).isEqualTo(WRITE_THROUGH);
        assertThat(attribute.inner().isTransient()).isFalse();
    }

    @Test
    void aHalfSaysHowItIsCachedAndWhatIsAllocated() {
        assertThat(IntStream.range(0, 16).mapToObj(MemoryTypeTest::half))
                .containsExactly(
                        "WRITE_THROUGH tRW", // reserved
                        "WRITE_THROUGH t-W",
                        "WRITE_THROUGH tR-",
                        "WRITE_THROUGH tRW",
                        "NON_CACHEABLE ---",
                        "WRITE_BACK t-W",
                        "WRITE_BACK tR-",
                        "WRITE_BACK tRW",
                        "WRITE_THROUGH ---",
                        "WRITE_THROUGH --W",
                        "WRITE_THROUGH -R-",
                        "WRITE_THROUGH -RW",
                        "WRITE_BACK ---",
                        "WRITE_BACK --W",
                        "WRITE_BACK -R-",
                        "WRITE_BACK -RW");
    }

    private static String half(int value) {
        var half = new CacheAttribute(value);
        return half.cacheability()
                + " "
                + (half.isTransient() ? "t" : "-")
                + (half.readAllocate() ? "R" : "-")
                + (half.writeAllocate() ? "W" : "-");
    }

    @Test
    void stageTwoNamesTheTypeItself() {
        assertThat(IntStream.range(0, 16).mapToObj(MemoryTypeTest::stage2))
                .containsExactly(
                        "NGNRNE",
                        "NGNRE",
                        "NGRE",
                        "GRE",
                        "NGNRNE", // reserved
                        "NON_CACHEABLE NON_CACHEABLE",
                        "NON_CACHEABLE WRITE_THROUGH",
                        "NON_CACHEABLE WRITE_BACK",
                        "NGNRNE", // reserved
                        "WRITE_THROUGH NON_CACHEABLE",
                        "WRITE_THROUGH WRITE_THROUGH",
                        "WRITE_THROUGH WRITE_BACK",
                        "NGNRNE", // reserved
                        "WRITE_BACK NON_CACHEABLE",
                        "WRITE_BACK WRITE_THROUGH",
                        "WRITE_BACK WRITE_BACK");
    }

    private static String stage2(int value) {
        var attribute = new Stage2Attribute(value);
        return attribute.isDevice()
                ? attribute.device().name()
                : attribute.outer() + " " + attribute.inner();
    }

    @Test
    void forcedWriteBackLooksAtThreeBits() {
        assertThat(ForcedAttribute.of(0b0101)).isEqualTo(ForcedAttribute.NORMAL_NON_CACHEABLE);
        assertThat(ForcedAttribute.of(0b0110)).isEqualTo(ForcedAttribute.NORMAL_WRITE_BACK);
        assertThat(ForcedAttribute.of(0b0111)).isEqualTo(ForcedAttribute.STAGE_1);
        assertThat(ForcedAttribute.of(0b1111)).isEqualTo(ForcedAttribute.STAGE_1);
        assertThat(ForcedAttribute.of(0b0100)).isEqualTo(ForcedAttribute.RESERVED);
        assertThat(ForcedAttribute.of(0b0001)).isEqualTo(ForcedAttribute.DEVICE_NGNRE);
    }
}
