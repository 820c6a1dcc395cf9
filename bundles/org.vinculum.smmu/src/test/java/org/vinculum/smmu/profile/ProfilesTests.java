package org.vinculum.smmu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.SmmuProfile;

class ProfilesTests {
    static List<SmmuProfile> profiles() {
        return Profiles.all();
    }

    private static Identification identification(SmmuProfile profile, Map<String, Long> instead) {
        return Identification.of(new IdentificationRegisters(profile.identification(), instead));
    }

    private static Identification of(String name) {
        SmmuProfile found =
                Profiles.all().stream()
                        .filter(one -> one.name().equals(name))
                        .findAny()
                        .orElseThrow();
        return identification(found, Map.of());
    }

    @Test
    void theNamesAreThoseOfTheCommandLine() {
        assertThat(Profiles.all().stream().map(SmmuProfile::name))
                .containsExactly(
                        "smmuv3-3.0",
                        "smmuv3-3.1",
                        "smmuv3-3.2",
                        "smmuv3-3.3",
                        "mmu-600-r0p0",
                        "mmu-600-r2p0",
                        "mmu-700-r0p0",
                        "mmu-700-r1p1",
                        "thunderx2",
                        "hi161x",
                        "qemu-9.2");
    }

    @Test
    void qemuRemembers256TranslationsAndNoTables() {
        SmmuProfile qemu =
                Profiles.all().stream().filter(p -> p.name().equals("qemu-9.2")).findAny().get();

        assertThat(qemu.caches()).isEqualTo(new CacheSizes(1024, 256, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noProfileOffersWhatTheEngineCannotDo(SmmuProfile profile) {
        assertThatCode(() -> identification(profile, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "mmu-600-r0p0, 0x4830043b",
        "mmu-600-r2p0, 0x4832043b",
        "mmu-700-r0p0, 0x4870043b",
        "mmu-700-r1p1, 0x4871143b"
    })
    void armsPartsAreKnownByTheirImplementerIdentification(String name, String iidr) {
        SmmuProfile profile =
                Profiles.all().stream().filter(p -> p.name().equals(name)).findAny().orElseThrow();

        assertThat(profile.identification().get("IIDR")).isEqualTo(Long.decode(iidr));
    }

    @Test
    void featuresComeWithTheirVersion() {
        assertThat(of("smmuv3-3.0").xnx()).isFalse();
        assertThat(of("smmuv3-3.0").outputBits()).isEqualTo(48);
        assertThat(of("smmuv3-3.1").xnx()).isTrue();
        assertThat(of("smmuv3-3.1").ril()).isFalse();
        assertThat(of("smmuv3-3.2").ril()).isTrue();
        assertThat(of("smmuv3-3.2").e0pd()).isFalse();
        assertThat(of("smmuv3-3.3").e0pd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IDR0, 0x0d44103b, BTM 1",
        "IDR0, 0x0d441017, TTF 1",
        "IDR0, 0x0d4410db, HTTU 3",
        "IDR0, 0x0d2c101b, TTENDIAN 1",
        "IDR0, 0x0f44101b, STALL_MODEL 3",
        "IDR0, 0x0d441018, neither stage",
        "IDR0, 0x0d45101b, PRI without ATS",
        "IDR1, 0x02730021, SIDSIZE 33",
        "IDR1, 0x02730550, SSIDSIZE 21",
        "IDR1, 0x02740010, EVENTQS 20",
        "IDR1, 0x22730010, QUEUES_PRESET 1",
        "IDR3, 0x00008000, DPT 1",
        "IDR5, 0x00000077, OAS 7",
        "IDR5, 0x00000004, no granule",
        "IDR5, 0x00000174, D128 1",
        "IDR5, 0x00000874, VAX 2",
        "AIDR, 0x00000011, ARCH_MAJOR_REV 1"
    })
    void whatTheEngineCannotDoIsRefusedWithRegisterAndValue(
            String register, String value, String field) {
        var profile =
                new Profile(
                        "vendor",
                        "",
                        Map.of("IDR0", 0x0d44_101bL, "IDR1", 0x0273_0010L, "IDR5", 0x74L),
                        CacheSizes.ORDINARY,
                        Set.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> identification(profile, Map.of(register, Long.decode(value))))
                .withMessageContaining(register + " 0x" + Long.toHexString(Long.decode(value)))
                .withMessageContaining(field);
    }

    @Test
    void aRegisterThatIdentifiesNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentificationRegisters(Map.of(), Map.of("CR0", 1L)))
                .withMessageContaining("CR0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new IdentificationRegisters(Map.of(), Map.of("IDR0", 0x1_0000_0000L)))
                .withMessageContaining("0x100000000");
    }

    @Test
    void featuresForPeopleAreNamedAsInTheArchitecture() {
        var table = FeatureTable.of(of("qemu-9.2"));

        assertThat(table)
                .containsEntry("version", "3.1")
                .containsEntry("IDR0.S1P", "1")
                .containsEntry("IDR1.SIDSIZE", "16")
                .doesNotContainKey("IDR0.ATS");
    }
}
