package org.vinculum.commands.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.commands.models.FakeModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuest;

class LinuxOptionsTest {
    private static final String IMAGE_HEADER = "MZ" + "\0".repeat(54) + "ARMd" + "\0".repeat(4);

    @TempDir Path folder;

    private final FakeLiveGuest guest = new FakeLiveGuest();

    private Session session() {
        return new Session(
                folder,
                new FakeParts()
                        .with(LiveGuest.class, guest)
                        .with(GuestSmmuType.class, new FakeSmmuType("virtual"))
                        .with(GuestSmmuType.class, new FakeSmmuType("physical"))
                        .with(IommuModelFactory.class, new FakeModel("mmu-600-r2p0", Map.of()))
                        .with(IommuModelFactory.class, new FakeModel("smmuv3-3.2", Map.of()))
                        .with(IommuModelFactory.class, new FakeModel("smmuv3-3.3", Map.of())));
    }

    @Test
    void withoutOptionsItIsTheVirtualSmmuOnTheHighestGenericModel() {
        session().run("linux");

        assertThat(guest.asked.mode()).isEqualTo("virtual");
        assertThat(guest.asked.model()).isEqualTo("smmuv3-3.3");
        assertThat(guest.asked.identification()).isEmpty();
        assertThat(guest.asked.kernel()).isEmpty();
        assertThat(guest.asked.initrd()).isEmpty();
        assertThat(guest.asked.append()).isEmpty();
        assertThat(guest.asked.memory()).isEqualTo(512L << 20);
        assertThat(guest.asked.processors()).isEqualTo(2);
        assertThat(guest.asked.limit()).isEqualTo(Duration.ofSeconds(300));
        assertThat(guest.asked.trace()).isEmpty();
        assertThat(guest.asked.swapTo()).isEmpty();
    }

    @Test
    void everyOptionArrives() {
        session()
                .file("Image", IMAGE_HEADER)
                .file("initrd", "anything")
                .run(
                        "linux --mode physical --profile mmu-600-r2p0 --kernel Image --initrd"
                            + " initrd --append vinculum.tests=probe --smp 1 --memory 4G --limit 60"
                            + " --idr IDR1=0x01070010 --idr IDR5=117 --swap-to smmuv3");

        assertThat(guest.asked.mode()).isEqualTo("physical");
        assertThat(guest.asked.model()).isEqualTo("mmu-600-r2p0");
        assertThat(guest.asked.identification())
                .containsOnly(Map.entry("IDR1", 0x0107_0010L), Map.entry("IDR5", 0x75L));
        assertThat(guest.asked.kernel()).contains(folder.resolve("Image"));
        assertThat(guest.asked.initrd()).contains(folder.resolve("initrd"));
        assertThat(guest.asked.append()).isEqualTo("vinculum.tests=probe");
        assertThat(guest.asked.memory()).isEqualTo(4L << 30);
        assertThat(guest.asked.processors()).isEqualTo(1);
        assertThat(guest.asked.limit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(guest.asked.swapTo()).contains("smmuv3-3.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--profile mmu-9 | there is no profile 'mmu-9', but mmu-600-r2p0, smmuv3-3.2,"
                        + " smmuv3-3.3",
                "--mode nested | there is no mode 'nested', but physical, virtual",
                "--swap-to mmu-9 | there is no model 'mmu-9', but mmu-600-r2p0, smmuv3-3.2,"
                        + " smmuv3-3.3",
                "--swap-to smmuv3-3.3 | --swap-to takes another model than smmuv3-3.3",
                "--profile smmuv3 --swap-to smmuv3 | --swap-to takes another model than"
                        + " smmuv3-3.3",
                "--smp 0 | --smp takes a number from 1 to 8, not '0'",
                "--smp 9 | --smp takes a number from 1 to 8, not '9'",
                "--smp 1K | --smp takes a number from 1 to 8, not '1K'",
                "--smp two | --smp takes a number from 1 to 8, not 'two'",
                "--limit 0 | --limit takes a number from 1 to 86400, not '0'",
                "--limit 1K | --limit takes a number from 1 to 86400, not '1K'",
                "--limit 99999999999999999999 | --limit takes a number from 1 to 86400, not"
                        + " '99999999999999999999'",
                "--memory 255M | --memory takes a multiple of 2M from 256M to 64G, such as 512M or"
                        + " 4G, not '255M'",
                "--memory 257M | --memory takes a multiple of 2M from 256M to 64G, such as 512M or"
                        + " 4G, not '257M'",
                "--memory 65G | --memory takes a multiple of 2M from 256M to 64G, such as 512M or"
                        + " 4G, not '65G'",
                "--memory much | --memory takes a multiple of 2M from 256M to 64G, such as 512M or"
                        + " 4G, not 'much'",
                "--idr IDR1=1 --idr IDR1=2 | --idr has two values for IDR1"
            })
    void whatMakesNoSenseIsSaidWithWhatWould(String options, String message) {
        Outcome outcome = session().run("linux " + options);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("vinculum: " + message + "\n");
        assertThat(guest.asked).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IDR1", "=5", "IDR1=", "IDR1=0x", "IDR1=-1", "IDR1=0x100000000", "IDR1=x"})
    void aRegisterNeedsItsValue(String given) {
        Outcome outcome = session().run("linux --idr " + given);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "vinculum: --idr takes a register and its 32-bit value, such as"
                                + " IDR1=0x01070010, not '"
                                + given
                                + "'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kernel", "--initrd", "--trace trace.jsonl --kernel"})
    void aFileThatIsNotThereIsNamed(String option) {
        Outcome outcome = session().run("linux " + option + " absent");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "vinculum: "
                                + folder.resolve("absent")
                                + ": expected a readable file, found no such file\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aKernelForAnotherMachineIsRefusedBeforeQemuJumpsIntoIt() {
        Outcome outcome =
                session().file("bzImage", "MZ" + "x".repeat(80)).run("linux --kernel bzImage");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("expected an arm64 Image");
        assertThat(guest.asked).isNull();
    }

    @Test
    void aFolderIsNoInitialRamDisk() {
        Outcome outcome = session().run("linux --initrd .");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).endsWith("expected a readable file, found a folder\n");
    }
}
