package org.vinculum.toolstack.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.toolstack.config.Value.Atom;

/// Makes a [GuestConfig] of an xl.cfg.
public final class GuestConfigReader {
    private static final int MOST_VCPUS = 128;
    private static final int MOST_INTID = 1019;
    // 3 GiB and 1016 GiB, the two banks of Xen's guest memory map
    private static final long MOST_MEMORY = (3L + 1016) << 10;
    private static final long MEMORY_UNLESS_SAID = 512;
    // a file with more unknown keys is no xl.cfg
    private static final int MOST_SUGGESTIONS = 16;

    private final InputFile file;
    private final Settings settings;
    private final List<Finding> notes = new ArrayList<>();
    private int unknownKeys;

    private GuestConfigReader(InputFile file) {
        this.file = file;
        this.settings = new Settings(file);
    }

    /// Reads a configuration.
    ///
    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static GuestConfig read(InputFile file) {
        return new GuestConfigReader(file).read();
    }

    private GuestConfig read() {
        settings.all().forEach(this::warnIfUnknown);
        settings.bareBackslashes().stream().findFirst().ifPresent(this::warnOfBackslash);
        return new GuestConfig(
                name(),
                memory(),
                (int) settings.number("vcpus", 1, MOST_VCPUS).orElse(1),
                gicV2(),
                commandLine(),
                set("acpi"),
                settings.atom("viommu"),
                perPhysical(),
                set("viommu_msi_rmr"),
                entries("dtdev", DtdevEntry::new),
                settings.atom("device_tree"),
                entries("pci", PciFunction::parse),
                entries("iommu_devid_map", DevidEntry::parse),
                entries("irqs", GuestConfigReader::irq),
                entries("iomem", IomemRange::parse),
                List.copyOf(notes));
    }

    private void warnIfUnknown(Setting setting) {
        if (XlKeys.knows(setting.key())) {
            return;
        }
        Optional<String> nearest =
                ++unknownKeys <= MOST_SUGGESTIONS
                        ? XlKeys.nearest(setting.key())
                        : Optional.empty();
        warn(
                "config-key-unknown",
                setting.place().toString(),
                "'"
                        + setting.key()
                        + "' is no key of xl.cfg and has no effect"
                        + nearest.map(n -> "; is '" + n + "' meant?").orElse(""));
    }

    private void warnOfBackslash(Place place) {
        warn(
                "config-backslash",
                place.toString(),
                "xl reads no '\\_' in a string; write the backslash of an ACPI path twice: "
                        + "\"\\\\_SB.ETH0\"");
    }

    private String name() {
        Optional<Atom> name = settings.atom("name");
        if (name.isEmpty()) {
            warn(
                    "config-name-missing",
                    file.name(),
                    "'name' is missing, which xl insists on; the domain is called 'guest' here");
        }
        return name.map(Atom::text).orElse("guest");
    }

    private long memory() {
        var memory = settings.number("memory", 1, MOST_MEMORY);
        if (memory.isEmpty()) {
            memory = settings.number("maxmem", 1, MOST_MEMORY);
        }
        if (memory.isEmpty()) {
            warn(
                    "config-memory-missing",
                    file.name(),
                    "'memory' is missing; the guest's tree shows " + MEMORY_UNLESS_SAID + " MiB");
        }
        return memory.orElse(MEMORY_UNLESS_SAID);
    }

    private boolean gicV2() {
        Optional<Atom> version = settings.atom("gic_version");
        if (version.isEmpty()) {
            return false;
        }
        return switch (version.get().text()) {
            case "v2" -> true;
            case "v3", "default" -> false;
            default ->
                    throw wrong(version.get(), "\"default\", \"v2\" or \"v3\" for 'gic_version'");
        };
    }

    // xl: cmdline, when given, replaces what root and extra would make
    private Optional<String> commandLine() {
        Optional<Atom> whole = settings.atom("cmdline");
        if (whole.isPresent()) {
            return whole.map(Atom::text);
        }
        Optional<String> root = settings.atom("root").map(a -> "root=" + a.text());
        Optional<String> extra = settings.atom("extra").map(Atom::text);
        return root.isPresent() && extra.isPresent()
                ? Optional.of(root.get() + " " + extra.get())
                : root.or(() -> extra);
    }

    // Where a switch is turned on.
    private Optional<Place> set(String key) {
        return settings.number(key, 0, 1).orElse(0) == 1
                ? settings.atom(key).map(Atom::place)
                : Optional.empty();
    }

    private boolean perPhysical() {
        Optional<Atom> topology = settings.atom("viommu_topology");
        if (topology.isEmpty()) {
            return false;
        }
        return switch (topology.get().text()) {
            case "single" -> false;
            case "per-physical" -> true;
            default ->
                    throw wrong(
                            topology.get(), "\"single\" or \"per-physical\" for 'viommu_topology'");
        };
    }

    private <T> List<T> entries(String key, BiFunction<String, Place, T> parser) {
        List<T> parsed = new ArrayList<>();
        for (Atom atom : settings.list(key)) {
            parsed.add(parser.apply(atom.text(), atom.place()));
        }
        return List.copyOf(parsed);
    }

    private static int irq(String text, Place place) {
        var number = Numbers.parse(text.strip());
        if (number.isEmpty() || number.getAsLong() > MOST_INTID) {
            throw place.error("an interrupt number up to " + MOST_INTID, "'" + text + "'");
        }
        return (int) number.getAsLong();
    }

    private void warn(String code, String place, String message) {
        notes.add(new Finding(code, Severity.WARNING, place, message));
    }

    private static UnreadableInputException wrong(Atom atom, String expected) {
        return atom.place().error(expected, "'" + atom.text() + "'");
    }
}
