package org.vinculum.qemu.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The machine that QEMU is to be, in QEMU's words: `virt` with a GICv3, its RAM in a file of ours.
///
/// @param program of QEMU
/// @param memory bytes of RAM, a multiple of 1 MiB
public record QemuCommand(Path program, long memory, int processors) {
    private static final String MACHINE = "virt,gic-version=3";

    // The first of QEMU's with pages of 4, 16 and 64 KiB and 48 address bits.
    private static final String PROCESSOR = "neoverse-n1";

    /// What a run has in files.
    ///
    /// @param ram exists, with as many bytes as the machine has RAM
    /// @param monitor a socket that somebody listens on, for QMP
    /// @param test a socket that somebody listens on, for qtest
    public record Files(Path kernel, Path initrd, Path tree, Path ram, Path monitor, Path test) {}

    /// What a run without anything of ours has.
    ///
    /// @param monitor a socket that somebody listens on, for QMP
    /// @param smmu whether the machine has QEMU's SMMUv3, and behind it a device that can be given to VFIO
    public record Alone(Path kernel, Path initrd, Path monitor, boolean smmu) {}

    /// Writes the machine's own device tree and ends.
    public List<String> dump(Path tree) {
        return machine(MACHINE + ",dumpdtb=" + value(tree));
    }

    /// Makes the machine and waits for `cont`; the guest's console is standard output.
    ///
    /// @param append the kernel's command line
    public List<String> run(Files files, String append) {
        List<String> words = new ArrayList<>();
        words.addAll(machine(MACHINE + ",memory-backend=ram0"));
        words.addAll(List.of("-object", backend(files.ram())));
        words.addAll(List.of("-chardev", socket("test", files.test())));
        words.addAll(List.of("-object", "qtest,id=qtest0,chardev=test,log=/dev/null"));
        words.addAll(List.of("-dtb", file(files.tree())));
        words.addAll(guest(files.monitor(), files.kernel(), files.initrd(), append));
        return List.copyOf(words);
    }

    /// As [#run] does, with RAM and a device tree of its own.
    ///
    /// @param append the kernel's command line
    public List<String> alone(Alone files, String append) {
        List<String> words = new ArrayList<>();
        words.addAll(machine(files.smmu() ? MACHINE + ",iommu=smmuv3" : MACHINE));
        if (files.smmu()) {
            words.addAll(List.of("-device", "edu"));
        }
        words.addAll(guest(files.monitor(), files.kernel(), files.initrd(), append));
        return List.copyOf(words);
    }

    private static List<String> guest(Path monitor, Path kernel, Path initrd, String append) {
        return List.of(
                "-serial",
                "stdio",
                "-monitor",
                "none",
                "-no-reboot",
                "-S",
                "-chardev",
                socket("monitor", monitor),
                "-mon",
                "chardev=monitor,mode=control",
                "-kernel",
                file(kernel),
                "-initrd",
                file(initrd),
                "-append",
                append);
    }

    private List<String> machine(String machine) {
        return List.of(
                program.toString(),
                "-machine",
                machine,
                "-accel",
                "tcg",
                "-cpu",
                PROCESSOR,
                "-m",
                (memory >> 20) + "M",
                "-smp",
                Integer.toString(processors),
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none");
    }

    private String backend(Path ram) {
        return "memory-backend-file,id=ram0,size=" + memory + ",share=on,mem-path=" + value(ram);
    }

    private static String socket(String name, Path path) {
        return "socket,id=" + name + ",path=" + value(path);
    }

    private static String file(Path path) {
        return path.toAbsolutePath().toString();
    }

    /// In a list of options a comma ends an option, and two are a comma.
    private static String value(Path path) {
        return file(path).replace(",", ",,");
    }
}
