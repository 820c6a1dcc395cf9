package org.vinculum.acpi.iort.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.binding.GuestFirmwareWriter.Guest;

/// ACPICA's disassembler takes what we write for guests without a complaint.
class GuestIaslTest {
    private static final Pattern COMPLAINT =
            Pattern.compile(
                    "error|warning|invalid|unknown|beyond|terminates|truncat|\\*\\*\\*\\*",
                    Pattern.CASE_INSENSITIVE);

    // what iasl's banner and every listing say anyway
    private static final Pattern HARMLESS =
            Pattern.compile("ASL\\+ Optimizing Compiler|^ \\*|^\\s+[0-9A-F]{4}: ");

    @TempDir Path folder;

    @BeforeAll
    static void orSkip() {
        assumeTrue(isInstalled(), "no iasl (Debian: acpica-tools)");
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGuestIsListedToItsLastNode(long seed) throws Exception {
        Guest guest = new RandomGuest(seed).guest(false);

        List<String> lines = listing(guest);

        assertThat(complaints(lines)).isEmpty();
        assertThat(nodes(lines)).isEqualTo(Guests.table(guest).nodes().size());
    }

    @Test
    void aGuestWithoutDevicesIsListedToo() throws Exception {
        assertThat(complaints(listing(Guests.of(List.of(Guests.smmu(0, true)))))).isEmpty();
    }

    // Debian's version of 2020 ends before it; later ones list it.
    @Test
    void theMessageWindowIsAllThatIaslMayNotKnow() throws Exception {
        List<String> lines = listing(Guests.small());

        assertThat(complaints(lines)).isSubsetOf("**** Unknown IORT node type 0x6");
        assertThat(nodes(lines)).isEqualTo(5);
    }

    private static List<String> complaints(List<String> lines) {
        return lines.stream()
                .filter(line -> COMPLAINT.matcher(line).find() && !HARMLESS.matcher(line).find())
                .toList();
    }

    private static long nodes(List<String> lines) {
        return lines.stream().filter(line -> line.matches("\\[.*\\] +Type : .*")).count();
    }

    /// What iasl prints and what it writes.
    private List<String> listing(Guest guest) throws IOException, InterruptedException {
        Path table = Files.write(folder.resolve("iort.dat"), Guests.bytes(guest));
        Path printed = folder.resolve("printed");
        Process iasl =
                new ProcessBuilder("iasl", "-d", table.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        assertThat(iasl.waitFor()).isZero();
        String all =
                Files.readString(printed, StandardCharsets.ISO_8859_1)
                        + "\n"
                        + Files.readString(folder.resolve("iort.dsl"), StandardCharsets.ISO_8859_1);
        return all.lines().toList();
    }

    private static boolean isInstalled() {
        for (String path : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(path, "iasl"))) {
                return true;
            }
        }
        return false;
    }
}
