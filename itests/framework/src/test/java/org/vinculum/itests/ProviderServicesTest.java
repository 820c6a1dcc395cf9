package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;

class ProviderServicesTest {
    @TempDir static Path storage;
    static RunningFelix felix;

    @BeforeAll
    static void start() throws Exception {
        felix = RunningFelix.of(storage, "core", "acpi", "drawing", "live", "machine", "models");
    }

    @AfterAll
    static void stop() throws Exception {
        felix.close();
    }

    @Test
    void everyBundleOfTheFeaturesIsActive() {
        assertThat(felix.context().getBundles())
                .allSatisfy(b ->
                        assertThat(b.getState()).as(b.getSymbolicName()).isEqualTo(Bundle.ACTIVE));
    }

    @ParameterizedTest(name = "{0} is offered by {1}")
    @CsvSource({
        "org.vinculum.devicetree.model.DeviceTreeCodec, org.vinculum.devicetree",
        "org.vinculum.devicetree.model.Overlays, org.vinculum.devicetree",
        "org.vinculum.devicetree.model.TreeDiff, org.vinculum.devicetree",
        "org.vinculum.acpi.model.IortCodec, org.vinculum.acpi.iort",
        "org.vinculum.firmware.FirmwareReader, org.vinculum.devicetree",
        "org.vinculum.firmware.FirmwareReader, org.vinculum.acpi.iort",
        "org.vinculum.firmware.FirmwareCheck, org.vinculum.checks",
        "org.vinculum.binding.IdMapper, org.vinculum.toolstack",
        "org.vinculum.binding.GuestBinder, org.vinculum.toolstack",
        "org.vinculum.binding.Dom0Describer, org.vinculum.toolstack",
        "org.vinculum.binding.Dom0Describer, org.vinculum.acpi.iort",
        "org.vinculum.binding.GuestFirmwareWriter, org.vinculum.acpi.iort",
        "org.vinculum.firmware.PlatformDrawing, org.vinculum.drawing",
        "org.vinculum.iommu.SmmuProfile, org.vinculum.smmu",
        "org.vinculum.iommu.IommuModelFactory, org.vinculum.smmu",
        "org.vinculum.scenario.model.ScenarioPlayer, org.vinculum.scenario",
        "org.vinculum.domain.Hypervisor, org.vinculum.hypervisor",
        "org.vinculum.domain.SchedulingPolicy, org.vinculum.hypervisor",
        "org.vinculum.domain.VirtualIommuType, org.vinculum.viommu",
        "org.vinculum.live.LiveGuest, org.vinculum.qemu",
        "org.vinculum.live.GuestSmmuType, org.vinculum.qemu",
        "java.util.function.ToIntFunction, org.vinculum.commands",
    })
    void everyProvidersServiceAppears(String contract, String provider) throws Exception {
        var references = felix.context().getAllServiceReferences(contract, null);

        assertThat(references).extracting(r -> r.getBundle().getSymbolicName()).contains(provider);
        assertThat(references)
                .allSatisfy(r -> assertThat(felix.context().getService(r)).isNotNull());
    }
}
