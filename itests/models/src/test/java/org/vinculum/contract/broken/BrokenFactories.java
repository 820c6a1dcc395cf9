package org.vinculum.contract.broken;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;

/// Factories with one mistake each, by the test that has to find it.
final class BrokenFactories {
    private BrokenFactories() {}

    static Map<String, UnaryOperator<IommuModelFactory>> byTest() {
        Map<String, UnaryOperator<IommuModelFactory>> all = new TreeMap<>();
        all.put("theValueToShowInsteadIsShown", BrokenFactories::showsItsOwn);
        all.put(
                "anIdentificationRegisterThatItDoesNotHaveIsRefused",
                BrokenFactories::takesAnyRegister);
        all.put("modelsShareNoState", BrokenFactories::makesOne);
        all.put(
                "theNameAndTheKindAreWordsOfLowerCaseLettersDigitsDotsAndHyphens",
                BrokenFactories::isLoud);
        all.put(
                "whatItSaysOfItselfStaysTheSameAndInTheSameOrder",
                BrokenFactories::turnsItsFeaturesAround);
        all.put("featuresHaveANameAndAValue", BrokenFactories::saysNothing);
        return all;
    }

    private abstract static class Forwarding implements IommuModelFactory {
        final IommuModelFactory sound;

        Forwarding(IommuModelFactory sound) {
            this.sound = sound;
        }

        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public String kind() {
            return sound.kind();
        }

        @Override
        public Map<String, String> features() {
            return sound.features();
        }

        @Override
        public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
            return sound.create(around, identification);
        }
    }

    static IommuModelFactory making(IommuModelFactory sound, UnaryOperator<IommuModel> mistake) {
        return new Forwarding(sound) {
            @Override
            public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
                return mistake.apply(sound.create(around, identification));
            }
        };
    }

    private static IommuModelFactory showsItsOwn(IommuModelFactory sound) {
        return new Forwarding(sound) {
            @Override
            public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
                return sound.create(around, Map.of());
            }
        };
    }

    private static IommuModelFactory takesAnyRegister(IommuModelFactory sound) {
        return new Forwarding(sound) {
            @Override
            public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
                Map<String, Long> known = new HashMap<>(identification);
                known.keySet().removeIf(name -> !name.startsWith("IDR"));
                return sound.create(around, known);
            }
        };
    }

    private static IommuModelFactory makesOne(IommuModelFactory sound) {
        return new Forwarding(sound) {
            private IommuModel one;

            @Override
            public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
                one = one == null ? sound.create(around, identification) : one;
                return one;
            }
        };
    }

    private static IommuModelFactory isLoud(IommuModelFactory sound) {
        return new Forwarding(sound) {
            @Override
            public String name() {
                return "SMMU of ours";
            }
        };
    }

    private static int asked;

    private static IommuModelFactory turnsItsFeaturesAround(IommuModelFactory sound) {
        return new Forwarding(sound) {
            @Override
            public Map<String, String> features() {
                LinkedHashMap<String, String> turned = new LinkedHashMap<>();
                boolean around = asked++ % 2 == 0;
                for (var one : sound.features().entrySet()) {
                    if (around) {
                        turned.putFirst(one.getKey(), one.getValue());
                    } else {
                        turned.put(one.getKey(), one.getValue());
                    }
                }
                return turned;
            }
        };
    }

    private static IommuModelFactory saysNothing(IommuModelFactory sound) {
        return new Forwarding(sound) {
            @Override
            public Map<String, String> features() {
                return Map.of();
            }
        };
    }
}
