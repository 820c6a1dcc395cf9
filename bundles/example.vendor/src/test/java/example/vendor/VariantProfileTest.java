package example.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantProfileTest {
    private final VariantProfile profile = new VariantProfile();

    @Test
    void softwareReadsTheseIdentificationRegisters() {
        assertThat(profile.identification())
                .isEqualTo(
                        Map.of(
                                "IDR0", 0x080c_101bL,
                                "IDR1", 0x0def_0410L,
                                "IDR3", 0x400L,
                                "IDR5", 0x0010_0074L,
                                "IIDR", 0x1_0fffL,
                                "AIDR", 0x2L));
    }

    @Test
    void everySmmuHasAPartOfItsOwn() {
        assertThat(profile.vendorPart().orElseThrow())
                .isNotSameAs(profile.vendorPart().orElseThrow());
    }
}
