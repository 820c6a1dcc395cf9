package org.vinculum.commands.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vinculum.commands.verb.Installed;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// A folder that holds a machine's firmware the way Linux shows it in `/sys/firmware`.
///
/// Of a device tree and an IORT the one is taken that Linux on arm64 would boot with: the tree, unless it is a stub
/// (nothing but `/chosen` and Xen's `/hypervisor`) or the kernel's arguments say `acpi=on` or `acpi=force`; and always
/// the tree when they say `acpi=off`.
final class FirmwareFolder {
    private static final String TREE = "fdt";
    private static final List<String> TABLES = List.of("acpi/tables/IORT", "tables/IORT", "IORT");

    private final Path folder;
    private final Function<Path, InputFile> reading;
    private String note;

    /// @param reading reads one file within the user's limits
    FirmwareFolder(Path folder, Function<Path, InputFile> reading) {
        this.folder = folder;
        this.reading = reading;
    }

    /// Which of two descriptions was taken and why; empty when there was no choice.
    Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /// @throws UnreadableInputException when there is neither a tree nor a table, or the one to take cannot be read
    InputFile choose(Installed installed) {
        Path tree = folder.resolve(TREE);
        Optional<Path> table = table();
        if (!Files.exists(tree)) {
            return reading.apply(table.orElseThrow(this::nothingHere));
        }
        InputFile blob = reading.apply(tree);
        if (table.isEmpty()) {
            return blob;
        }
        String reason = reasonForTable(blob, installed);
        note =
                folder
                        + " holds a device tree and an IORT; reading the "
                        + (reason.isEmpty() ? "device tree, as Linux would" : "IORT: " + reason);
        return reason.isEmpty() ? blob : reading.apply(table.get());
    }

    private Optional<Path> table() {
        for (String name : TABLES) {
            if (Files.exists(folder.resolve(name))) {
                return Optional.of(folder.resolve(name));
            }
        }
        return Optional.empty();
    }

    // Without a codec the tree is taken; whoever reads it will say what is missing.
    private static String reasonForTable(InputFile blob, Installed installed) {
        List<DeviceTreeCodec> codecs = installed.all(DeviceTreeCodec.class);
        if (codecs.isEmpty()) {
            return "";
        }
        DeviceTree tree = codecs.getFirst().read(blob);
        List<String> arguments = kernelArguments(tree);
        if (arguments.contains("acpi=off")) {
            return "";
        }
        if (arguments.contains("acpi=force") || arguments.contains("acpi=on")) {
            return "the kernel's arguments ask for ACPI";
        }
        return isStub(tree) ? "the device tree is a stub" : "";
    }

    private static List<String> kernelArguments(DeviceTree tree) {
        String arguments =
                tree.node("/chosen")
                        .flatMap(n -> n.property("bootargs"))
                        .map(Property::string)
                        .orElse("");
        return List.of(arguments.split(" "));
    }

    private static boolean isStub(DeviceTree tree) {
        for (Node child : tree.root().children()) {
            if (!child.name().equals("chosen") && !isXen(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isXen(Node node) {
        return node.name().equals("hypervisor")
                && node.property("compatible")
                        .filter(p -> p.strings().contains("xen,xen"))
                        .isPresent();
    }

    private UnreadableInputException nothingHere() {
        boolean unflattened = Files.isDirectory(folder.resolve("devicetree/base"));
        return UnreadableInputException.of(
                folder.toString(),
                "a folder with fdt or acpi/tables/IORT, as Linux shows in /sys/firmware",
                unflattened ? "devicetree/base only, which is not a blob" : "neither");
    }
}
