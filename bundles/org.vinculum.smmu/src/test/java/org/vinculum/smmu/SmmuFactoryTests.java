package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.VendorCommands;
import org.vinculum.smmu.fake.FakeTranslation;
import org.vinculum.smmu.fake.Machine;

class SmmuFactoryTests {
    private static SmmuProfile vendor(long idr0, VendorCommands commands) {
        return new SmmuProfile() {
            @Override
            public String name() {
                return "acme-1";
            }

            @Override
            public String title() {
                return "Acme SMMU";
            }

            @Override
            public Map<String, Long> identification() {
                return Map.of("IDR0", idr0, "IDR1", 0x0273_0010L, "IDR5", 0x74L);
            }

            @Override
            public Set<Erratum> errata() {
                return Set.of();
            }

            @Override
            public Optional<VendorCommands> vendorCommands() {
                return Optional.of(commands);
            }
        };
    }

    @Test
    void aVendorsProfileBecomesAModelWithHisCommands() {
        var machine = new Machine();
        var factory =
                new SmmuFactory(
                        vendor(0x0d44_101bL, (word0, word1) -> word1 == 7), new FakeTranslation());
        IommuModel model = factory.create(machine.surroundings(), Map.of());
        model.write(0x90, 8, Machine.RAM | 4);
        model.write(0x20, 4, 8);
        machine.put(Machine.RAM, 0x85, 7, 0x85, 8);
        model.write(0x98, 4, 2);

        model.process(2);

        assertThat(factory.name()).isEqualTo("acme-1");
        assertThat(factory.kind()).isEqualTo("smmuv3");
        assertThat(model.read(0x9c, 4)).isEqualTo(0x0100_0001);
    }

    @Test
    void aProfileThatAsksForTooMuchHasNoFactory() {
        var greedy = vendor(0x0d46_101bL, (_, _) -> false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmmuFactory(greedy, new FakeTranslation()))
                .withMessageContaining("VMW");
    }

    @Test
    void whatAModelIsToShowItDoes() {
        var machine = new Machine();
        var factory = new SmmuFactory(vendor(0x0d44_101bL, (_, _) -> false), new FakeTranslation());

        IommuModel model = factory.create(machine.surroundings(), Map.of("IDR0", 0x0d44_101aL));
        model.write(0x90, 8, Machine.RAM | 4);
        model.write(0x20, 4, 8);
        machine.put(Machine.RAM, 0x28, 0);
        model.write(0x98, 4, 1);
        model.process(1);

        assertThat(model.read(0, 4)).isEqualTo(0x0d44_101aL);
        assertThat(model.read(0x9c, 4)).isEqualTo(0x0100_0000);
    }
}
