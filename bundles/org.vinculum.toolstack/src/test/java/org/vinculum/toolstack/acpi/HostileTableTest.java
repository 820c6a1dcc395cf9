package org.vinculum.toolstack.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.acpi.iort.IortDom0Describer;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.toolstack.Workbench;

/// Whatever a host's table says, `bind` answers, refuses or says what it cannot read; `dom0` hands over what is readable.
class HostileTableTest {
    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedTableIsAnswered(long seed) {
        byte[] table = mutated(new SplittableRandom(seed));
        Workbench bench =
                Workbench.withHostBytes("IORT", table)
                        .reader(new IortFirmwareReader())
                        .writer(new IortGuestWriter())
                        .config(
                                "acpi = 1",
                                "viommu_msi_rmr = 1",
                                "dtdev = [ \"\\\\_SB.ETH0\" ]",
                                "pci = [ \"01:00.0\" ]");
        try {
            assertThat(bench.bind().files()).hasSize(7);
        } catch (BindingRefusedException e) {
            assertThat(e.refusals()).isNotEmpty();
        } catch (UnreadableInputException e) {
            assertThat(e.getMessage()).startsWith("IORT: ").doesNotContain("\n");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dom0GetsItUnchanged(long seed) {
        byte[] table = mutated(new SplittableRandom(seed));
        try {
            var result = new IortDom0Describer().describe(InputFile.of("IORT", table));

            assertThat(result.file().content()).isEqualTo(table);
        } catch (UnreadableInputException e) {
            assertThat(e.getMessage()).startsWith("IORT: ");
        }
    }

    // behind the signature, without which it is no table
    private static byte[] mutated(SplittableRandom random) {
        HostTable host = new HostTable();
        long smmu = host.smmu(0x4f00_0000, true);
        host.device("\\_SB.ETH0", HostTable.single(smmu, 0x10), HostTable.single(smmu, 0x11));
        host.rootComplex(0, HostTable.range(0, 0x1000, smmu, 0x8000));
        byte[] bytes = host.bytes();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(4, bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (bytes[at] ^ 1);
        }
        return bytes;
    }
}
