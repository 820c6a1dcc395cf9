package org.vinculum.commands.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.commands.FakeParts;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.devicetree.model.WriteOptions;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

class FirmwareFolderTest {
    @TempDir Path folder;

    private FirmwareFolder opened() {
        return new FirmwareFolder(folder, InputFile::read);
    }

    private void put(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private static String chosen(FirmwareFolder folder, FakeParts parts) {
        return new String(folder.choose(parts).content(), StandardCharsets.UTF_8);
    }

    private static FakeParts codec(DeviceTree tree) {
        return new FakeParts().with(DeviceTreeCodec.class, new OneTree(tree));
    }

    private static DeviceTree tree(String arguments, String... others) {
        Node root = new Node("");
        root.add(new Node("chosen")).set(Property.strings("bootargs", arguments));
        for (String other : others) {
            root.add(new Node(other));
        }
        return DeviceTree.of(root);
    }

    @Test
    void aTreeAloneIsTakenWithoutRemark() throws IOException {
        put("fdt", "tree");

        FirmwareFolder opened = opened();

        assertThat(chosen(opened, new FakeParts())).isEqualTo("tree");
        assertThat(opened.note()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acpi/tables/IORT", "tables/IORT", "IORT"})
    void aTableAloneIsTakenWhereverLinuxOrACopyHasIt(String name) throws IOException {
        put(name, "table");

        assertThat(chosen(opened(), new FakeParts())).isEqualTo("table");
    }

    @ParameterizedTest
    @CsvSource({
        "quiet, memory@0, tree",
        "acpi=on, memory@0, table",
        "quiet acpi=force, memory@0, table",
        "acpi=forced, memory@0, tree",
        "quiet, chosen, table",
        "acpi=off, chosen, tree"
    })
    void ofBothTheOneIsTakenThatLinuxBootsWith(String arguments, String node, String taken)
            throws IOException {
        put("fdt", "tree");
        put("acpi/tables/IORT", "table");
        FirmwareFolder opened = opened();

        assertThat(chosen(opened, codec(tree(arguments, node)))).isEqualTo(taken);
        assertThat(opened.note()).isPresent();
    }

    @Test
    void aTreeWithNothingButXensNodeIsAStubToo() throws IOException {
        put("fdt", "tree");
        put("acpi/tables/IORT", "table");
        DeviceTree xen = tree("quiet", "hypervisor");

        assertThat(chosen(opened(), codec(xen))).isEqualTo("tree");
        xen.node("/hypervisor")
                .orElseThrow()
                .set(Property.strings("compatible", "xen,xen-4.21", "xen,xen"));
        assertThat(chosen(opened(), codec(xen))).isEqualTo("table");
    }

    @Test
    void withoutACodecTheTreeIsTaken() throws IOException {
        put("fdt", "tree");
        put("acpi/tables/IORT", "table");

        assertThat(chosen(opened(), new FakeParts())).isEqualTo("tree");
    }

    @Test
    void aFolderWithNeitherIsUnusable() {
        assertThatThrownBy(() -> opened().choose(new FakeParts()))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("fdt or acpi/tables/IORT")
                .hasMessageEndingWith("found neither");
    }

    private record OneTree(DeviceTree tree) implements DeviceTreeCodec {
        @Override
        public TreeFormat recognise(InputFile file) {
            return TreeFormat.DTB;
        }

        @Override
        public DeviceTree read(InputFile file, TreeFormat format) {
            return tree;
        }

        @Override
        public DeviceTree readWithSymbols(InputFile file, TreeFormat format) {
            return tree;
        }

        @Override
        public byte[] write(DeviceTree tree, TreeFormat format, WriteOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] rewrite(InputFile blob) {
            throw new UnsupportedOperationException();
        }
    }
}
