package org.vinculum.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.tck.SmmuV3ModelContract;

/// Each mistake in a model is found by the test of the contract that is there for it, which passes without the mistake.
class BrokenModelsTest {
    private static UnaryOperator<IommuModelFactory> mistake = UnaryOperator.identity();

    static final class Tested extends SmmuV3ModelContract {
        @Override
        protected IommuModelFactory factory() {
            SmmuProfile profile =
                    Profiles.all().stream()
                            .filter(one -> one.name().equals("smmuv3-3.2"))
                            .findFirst()
                            .orElseThrow();
            return mistake.apply(
                    new SmmuFactory(profile, TranslationEngine.maker(profile.caches())));
        }
    }

    @AfterEach
    void sound() {
        mistake = UnaryOperator.identity();
    }

    static Stream<Arguments> mistakes() {
        Stream<Arguments> models =
                BrokenModels.byTest().entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream()
                                        .map(one ->
                                                found(
                                                        entry.getKey(),
                                                        sound ->
                                                                BrokenFactories.making(
                                                                        sound, one))));
        Stream<Arguments> factories =
                BrokenFactories.byTest().entrySet().stream()
                        .map((Map.Entry<String, UnaryOperator<IommuModelFactory>> entry) ->
                                found(entry.getKey(), entry.getValue()));
        return Stream.concat(models, factories);
    }

    private static Arguments found(String test, UnaryOperator<IommuModelFactory> one) {
        return Arguments.of(test, Named.of("mistake", one));
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("mistakes")
    void aMistakeIsFound(String test, UnaryOperator<IommuModelFactory> one) {
        assertThat(FailedTests.of(Tested.class, test)).as("without the mistake").isEmpty();

        mistake = one;

        assertThat(FailedTests.of(Tested.class, test)).isNotEmpty();
    }
}
