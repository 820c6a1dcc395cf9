package org.vinculum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import example.vendor.VariantProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.tck.SmmuV3ModelContract;
import org.vinculum.tck.TestMachine;
import org.vinculum.tck.smmu.Driver;

/// What our engine makes of the vendors' example: an SMMUv3 as any other, and what the vendor has of its own.
class VendorModelTest extends SmmuV3ModelContract {
    private static final long MARK = 0xe00;
    private static final long CMD_MARK_7 = 0x7_0000_0080L;

    private final TestMachine machine = new TestMachine();
    private final IommuModel model = model(machine);
    private final Driver driver = new Driver(machine, model, false);

    @Override
    protected IommuModelFactory factory() {
        return factory(new VariantProfile());
    }

    private static IommuModelFactory factory(SmmuProfile profile) {
        return new SmmuFactory(profile, TranslationEngine.maker(profile.caches()));
    }

    // The first that has the same erratum, and shows no more than the example can do.
    private static IommuModel ordinary(TestMachine machine) {
        SmmuProfile other =
                Profiles.all().stream()
                        .filter(one -> one.name().equals("hi161x"))
                        .findFirst()
                        .orElseThrow();
        return factory(other).create(machine.surroundings(), Map.of());
    }

    @BeforeEach
    void start() {
        driver.start();
    }

    @Test
    void theCommandLeavesItsNumberInTheRegister() {
        assertThat(driver.command(CMD_MARK_7, 0)).isZero();
        assertThat(driver.read(MARK)).isEqualTo(7);
    }

    @Test
    void aBitThatHasToBeZeroMakesItIllegal() {
        assertThat(driver.command(CMD_MARK_7, 1)).isEqualTo(Driver.CERROR_ILL);
        assertThat(driver.read(MARK)).isZero();
    }

    @Test
    void anotherOfItsKindTakesTheNumberOver() {
        driver.command(CMD_MARK_7, 0);
        IommuModel next = model(machine);

        next.restore(model.save());

        assertThat(next.read(MARK, 4)).isEqualTo(7);
    }

    @Test
    void anotherSmmuTakesOverOnlyWhileTheRegisterIsUnused() {
        IommuModel other = ordinary(machine);
        other.restore(factory().create(machine.surroundings(), Map.of()).save());
        driver.command(CMD_MARK_7, 0);

        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> other.restore(model.save()))
                .withMessageContaining("example-vendor.mark");
    }
}
