package example.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.tck.SmmuProfileContract;

/// The contract of profiles and parts, and what this profile says beyond it.
class VariantProfileTest extends SmmuProfileContract {
    @Override
    protected SmmuProfile profile() {
        return new VariantProfile();
    }

    @Test
    void softwareReadsTheseIdentificationRegisters() {
        assertThat(profile().identification())
                .isEqualTo(
                        Map.of(
                                "IDR0", 0x080c_101bL,
                                "IDR1", 0x0def_0410L,
                                "IDR3", 0x400L,
                                "IDR5", 0x0010_0074L,
                                "IIDR", 0x1_0fffL,
                                "AIDR", 0x2L));
    }
}
