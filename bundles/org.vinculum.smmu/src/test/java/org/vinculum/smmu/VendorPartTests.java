package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.iommu.VendorCommands;
import org.vinculum.iommu.VendorPart;
import org.vinculum.smmu.fake.Doorkeeper;
import org.vinculum.smmu.fake.FakeTranslation;
import org.vinculum.smmu.fake.Machine;

class VendorPartTests {
    private static final String NAME = "com.example.door";

    private final Machine machine = new Machine();
    private final IommuModel model = smmu(NAME);

    private IommuModel smmu(String part) {
        SmmuProfile profile = new Variation(part);
        return new SmmuFactory(profile, new FakeTranslation())
                .create(machine.surroundings(), Map.of());
    }

    /// @param part the name of the part, or null for none
    private record Variation(String part) implements SmmuProfile {
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
            return Map.of("IDR0", 0x0d44_101bL, "IDR1", 0x0273_0010L, "IDR5", 0x74L);
        }

        @Override
        public Set<Erratum> errata() {
            return Set.of();
        }

        @Override
        public Optional<VendorCommands> vendorCommands() {
            return Optional.of((word0, _) -> (word0 & 0xff) == 0x8f);
        }

        @Override
        public Optional<VendorPart> vendorPart() {
            return Optional.ofNullable(part).map(Doorkeeper::new);
        }
    }

    private long error(long word0, long word1) {
        model.write(0x20, 4, 0);
        model.write(0x90, 8, Machine.RAM | 4);
        model.write(0x64, 4, model.read(0x60, 4));
        model.write(0x9c, 4, 0);
        model.write(0x98, 4, 0);
        model.write(0x20, 4, 8);
        machine.put(Machine.RAM, word0, word1);
        model.write(0x98, 4, 1);
        model.process(1);
        return model.read(0x9c, 4);
    }

    @Test
    void registersAnswerInTheAreasThatTheArchitectureLeaves() {
        for (int offset : new int[] {0xe00, 0xefc, 0x1000, 0x3ffc}) {
            model.write(offset, 4, offset + 1);

            assertThat(model.read(offset, 4)).isEqualTo(offset + 1);
        }
    }

    @Test
    void placesNextToThoseAreasStayReserved() {
        for (int offset : new int[] {0xdfc, 0xf00, 0xffc, 0x4000, 0x10e00, 0x11000}) {
            long before = model.read(offset, 4);
            model.write(offset, 4, 0xffff_ffffL);

            assertThat(model.read(offset, 4)).as("0x%x", offset).isEqualTo(before);
        }
        assertThat(model.save().more().tailMap("VENDOR.")).isEmpty();
    }

    @Test
    void a64BitAccessIsOneOfBothHalves() {
        model.write(0x1008, 8, 0x8000_0002_8000_0001L);

        assertThat(model.read(0x1008, 4)).isEqualTo(0x8000_0001L);
        assertThat(model.read(0x100c, 4)).isEqualTo(0x8000_0002L);
        assertThat(model.read(0x1008, 8)).isEqualTo(0x8000_0002_8000_0001L);
    }

    @Test
    void unalignedAccessesNeverReachTheVendor() {
        assertThatIllegalArgumentException().isThrownBy(() -> model.write(0xe02, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> model.write(0xe00, 2, 1));
        assertThat(model.save().more().tailMap("VENDOR.")).isEmpty();
    }

    @Test
    void aCommandWorksOnTheStateOfItsSmmuAlone() {
        IommuModel neighbour = smmu(NAME);

        assertThat(error(0x80, 5)).isEqualTo(1);

        assertThat(model.read(0xe00, 4)).isEqualTo(5);
        assertThat(neighbour.read(0xe00, 4)).isZero();
    }

    @Test
    void commandsWithoutStateWorkBesideThePart() {
        assertThat(error(0x8f, 0)).isEqualTo(1);
        assertThat(error(0x82, 0)).isEqualTo(0x0100_0000);
    }

    @Test
    void aPartThatThrowsReadsAsZeroAndItsCommandIsIllegal() {
        model.write(0x1100, 4, 1);

        assertThat(model.read(0x1100, 4)).isZero();
        assertThat(error(0x81, 0)).isEqualTo(0x0100_0000);
        assertThat(error(0x80, 1)).isEqualTo(1);
    }

    @Test
    void theStateGoesIntoAModelWithTheSamePart() {
        model.write(0xe10, 4, 42);
        IommuModel other = smmu(NAME);
        other.write(0x2000, 4, 1);

        other.restore(model.save());

        assertThat(model.save().more()).containsEntry("VENDOR.com.example.door/e10", "42");
        assertThat(other.save()).isEqualTo(model.save());
        assertThat(other.read(0x2000, 4)).isZero();
    }

    @Test
    void whereThePartIsMissingTheStateIsRefused() {
        model.write(0xe10, 4, 42);
        IommuModel plain = smmu(null);

        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> plain.restore(model.save()))
                .satisfies(refused ->
                        assertThat(refused.features())
                                .containsExactly("VENDOR.com.example.door (here none)"));
        assertThat(plain.save().register("CMDQ_CONS")).isZero();
    }

    @Test
    void anotherVendorsStateIsRefused() {
        model.write(0xe10, 4, 42);
        IommuModel other = smmu("com.example.door2");

        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> other.restore(model.save()))
                .withMessageContaining("VENDOR.com.example.door (here VENDOR.com.example.door2)");
    }

    @Test
    void aPartThatNobodyUsesStandsInNobodysWay() {
        smmu(null).restore(model.save());
        smmu("com.example.door2").restore(model.save());
    }

    @Test
    void aPartThatRefusesKeepsWhatItHadAndSoDoesTheRest() {
        model.write(0xe10, 4, 42);
        SavedState before = model.save();
        var more = new TreeMap<>(Map.of("VENDOR.com.example.door/unknown", "1"));
        var registers = new TreeMap<>(before.registers());
        registers.put("EVENTQ_BASE", 7L);
        var foreign = new SavedState("smmuv3", 1, "acme-2", registers, before.stalled(), more);

        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> model.restore(foreign))
                .withMessageContaining("VENDOR.com.example.door: no register \"unknown\"");
        assertThat(model.save()).isEqualTo(before);
    }

    @Test
    void aNameThatCouldNotBeFoundAgainIsNoName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smmu("com/example"))
                .withMessageContaining("com/example");
    }
}
