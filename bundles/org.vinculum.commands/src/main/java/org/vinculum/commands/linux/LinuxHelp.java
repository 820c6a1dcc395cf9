package org.vinculum.commands.linux;

import java.util.List;
import org.vinculum.commands.verb.Options;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// How `linux` explains itself, without asking any service.
final class LinuxHelp {
    private LinuxHelp() {}

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "linux",
                        "vinculum linux [--profile NAME] [--mode virtual|physical] [--kernel FILE]"
                                + " [--initrd FILE]\n"
                                + "               [--append ARGS] [--idr NAME=VALUE]... [--smp N]"
                                + " [--memory SIZE]\n"
                                + "               [--limit SECONDS] [--trace FILE] [--swap-to NAME]"
                                + " [--quiet] [--json]",
                        "vinculum linux --profile mmu-600-r2p0 --trace boot.jsonl");
        spec.usageMessage()
                .description(
                        "Boots a stock Linux in a stock QEMU whose SMMU is one of ours.",
                        "The kernel and the guest that tests the SMMU are brought by fetch-linux,"
                            + " in the distribution's folder bin. The guest's console goes to"
                            + " standard error, its verdict and what was counted to standard"
                            + " output. Exit code 1 when the guest says that something is wrong,"
                            + " ends without a verdict, or a swap is refused.");
        return files(smmu(spec))
                .addOption(
                        Options.value(
                                "SECONDS",
                                "how long the guest may take until its verdict, 300 unless given",
                                LinuxOptions.LIMIT))
                .addOption(
                        Options.value(
                                "FILE",
                                "write what the SMMU saw as a scenario for vinculum replay",
                                LinuxOptions.TRACE))
                .addOption(
                        Options.value(
                                "NAME",
                                "swap the model for NAME and back, again and again while the guest"
                                        + " runs; the SMMU shows what both can",
                                LinuxOptions.SWAP_TO))
                .addOption(Options.flag("no console of the guest", LinuxOptions.QUIET))
                .addOption(Options.json())
                .addOption(Options.help());
    }

    private static CommandSpec smmu(CommandSpec spec) {
        return spec.addOption(
                        Options.value(
                                "NAME",
                                "the model of the SMMU; vinculum models shows the names, smmuv3 is"
                                        + " the highest smmuv3-3.x and is taken unless given",
                                LinuxOptions.PROFILE))
                .addOption(
                        Options.value(
                                "NAME",
                                "virtual: the guest has the virtual SMMU of a domain, nested on the"
                                    + " model; physical: the model itself; virtual unless given",
                                LinuxOptions.MODE))
                .addOption(
                        OptionSpec.builder(LinuxOptions.IDR)
                                .type(List.class)
                                .auxiliaryTypes(String.class)
                                .arity("1")
                                .paramLabel("NAME=VALUE")
                                .description(
                                        "show VALUE in the identification register NAME, such as"
                                                + " IDR1=0x01070010; may be given for several")
                                .build());
    }

    private static CommandSpec files(CommandSpec spec) {
        return spec.addOption(
                        Options.value(
                                "FILE",
                                "an arm64 Image instead of Debian's kernel",
                                LinuxOptions.KERNEL))
                .addOption(
                        Options.value(
                                "FILE",
                                "an initial RAM disk instead of the one that tests the SMMU",
                                LinuxOptions.INITRD))
                .addOption(
                        Options.value(
                                "ARGS",
                                "more words of the kernel's command line; vinculum.tests=NAME,NAME"
                                        + " chooses tests",
                                LinuxOptions.APPEND))
                .addOption(
                        Options.value(
                                "N",
                                "processors of the guest, 2 unless given",
                                LinuxOptions.PROCESSORS))
                .addOption(
                        Options.value(
                                "SIZE",
                                "memory of the guest, 512M unless given",
                                LinuxOptions.MEMORY));
    }
}
