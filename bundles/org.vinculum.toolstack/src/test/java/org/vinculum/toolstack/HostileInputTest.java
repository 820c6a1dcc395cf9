package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.firmware.UnreadableInputException;

/// Whatever is done to the inputs, `bind` answers, refuses or says what it cannot read.
class HostileInputTest {
    private static final String NODES =
            """
            dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>, <&b 0x20>; };
            pcie@50000000 {
                device_type = "pci"; reg = <0 0x50000000 0 0x1000000>; iommu-map = <0 &a 0 0x10000>;
            };
            """;
    private static final String CONFIG =
            """
            vcpus = 2 # two
            dtdev = [ "/dma@10000000", ]
            pci = [ '0000:01:00.0@3,permissive=1', "01:00.1" ]
            iommu_devid_map = [ "0x10@0x5,0x4f000000" ]; irqs = [ 112, "0x71" ]
            iomem = [ "0x10000,1@0x9000" ]
            extra += "a\\x41\\101"
            """;
    private static final String SIGNS = "[]{}\"'=,;#@:.\\/x0123456789abcdef \n\t-+\0é";

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedConfigurationIsAnswered(long seed) {
        String mutated = mutate(CONFIG, new SplittableRandom(seed));

        answers(Workbench.withHost(NODES).config(mutated));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedPreviousBindingIsAnswered(long seed) {
        Workbench bench = Workbench.withHost(NODES).config(CONFIG);
        String json = Workbench.text(bench.bind(), "binding.json");
        String mutated = mutate(json, new SplittableRandom(seed));

        answers(bench.previous(mutated.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedPartialTreeIsAnswered(long seed) {
        String nodes =
                "dma@10000000 { xen,path = \"/dma@10000000\"; iommus = <0xfdea 1>, <0xfdea 2>;"
                        + " interrupt-parent = <0xfde8>; dma-coherent; reg = <0 1 0 2>; };";

        answers(
                Workbench.withHost(NODES)
                        .config(CONFIG)
                        .partial(mutate(nodes, new SplittableRandom(seed))));
    }

    private static void answers(Workbench bench) {
        try {
            assertThat(bench.bind().files()).hasSize(6);
        } catch (BindingRefusedException e) {
            assertThat(e.refusals()).isNotEmpty();
        } catch (UnreadableInputException e) {
            assertThat(e.getMessage()).contains("expected ", "found ").doesNotContain("\n");
        }
    }

    private static String mutate(String text, SplittableRandom random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(4) + 1; i > 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(5)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, sign);
                case 2 -> out.setCharAt(at, sign);
                case 3 -> out.setLength(at);
                default -> out.insert(at, text, at % text.length(), text.length());
            }
        }
        return out.toString();
    }
}
