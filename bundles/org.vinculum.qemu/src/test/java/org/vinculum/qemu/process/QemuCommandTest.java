package org.vinculum.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QemuCommandTest {
    private final QemuCommand command = new QemuCommand(Path.of("/bin/qemu"), 512L << 20, 2);

    @Test
    void theTreeIsThatOfTheMachine() {
        assertThat(command.dump(Path.of("/run/tree")))
                .startsWith("/bin/qemu", "-machine", "virt,gic-version=3,dumpdtb=/run/tree")
                .containsSequence("-m", "512M")
                .containsSequence("-smp", "2");
    }

    @Test
    void itsRamIsTheFile() {
        assertThat(run("/run"))
                .contains("virt,gic-version=3,memory-backend=ram0")
                .contains("memory-backend-file,id=ram0,size=536870912,share=on,mem-path=/run/ram");
    }

    @Test
    void aCommaInAPathEndsNoOption() {
        assertThat(run("/a,b"))
                .contains("socket,id=monitor,path=/a,,b/qmp")
                .containsSequence("-kernel", "/a,b/Image");
    }

    @Test
    void theKernelsWordsAreOneArgument() {
        assertThat(run("/run")).containsSequence("-append", "console=ttyAMA0 quiet");
    }

    @Test
    void itsOwnSmmuComesWithADeviceBehindIt() {
        assertThat(alone(true))
                .contains("virt,gic-version=3,iommu=smmuv3")
                .containsSequence("-device", "edu")
                .contains("socket,id=monitor,path=/run/qmp");
    }

    @Test
    void aMachineWithoutAnSmmuHasNothingOfOurs() {
        assertThat(alone(false))
                .containsSequence("-machine", "virt,gic-version=3")
                .containsSequence("-append", "quiet")
                .doesNotContain("-device", "-dtb", "-object");
    }

    private List<String> alone(boolean smmu) {
        return command.alone(
                new QemuCommand.Alone(
                        Path.of("/run/Image"), Path.of("/run/initrd"), Path.of("/run/qmp"), smmu),
                "quiet");
    }

    private List<String> run(String folder) {
        Path path = Path.of(folder);
        return command.run(
                new QemuCommand.Files(
                        path.resolve("Image"),
                        path.resolve("initrd"),
                        path.resolve("tree"),
                        path.resolve("ram"),
                        path.resolve("qmp"),
                        path.resolve("qtest")),
                "console=ttyAMA0 quiet");
    }
}
