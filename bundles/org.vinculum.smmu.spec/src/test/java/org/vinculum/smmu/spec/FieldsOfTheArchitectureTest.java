package org.vinculum.smmu.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.FieldTable.Line;
import org.vinculum.smmu.spec.FieldTable.Range;
import org.vinculum.smmu.spec.register.Page;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;
import org.vinculum.smmu.spec.table.ContextDescriptor;
import org.vinculum.smmu.spec.table.ContextTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Name and place of every field of the registers and tables, against the list made from the architecture's text.
class FieldsOfTheArchitectureTest {
    /// Fields that the list leaves out: those the text defines for an index, and implementation defined ones.
    private static final Map<String, Set<String>> ONLY_OURS =
            Map.of(
                    "5.2", Set.of("IMPDEF1 [127:116]", "IMPDEF2 [159:144]", "IMPDEF4 [271:256]"),
                    "5.4",
                            Set.of(
                                    "HWU061 [126:126]",
                                    "HWU062 [127:127]",
                                    "HWU161 [190:190]",
                                    "HWU162 [191:191]",
                                    "IMPDEF5 [351:320]"),
                    "6.3.20", Set.of("CMDQPERR [9:9]"),
                    "6.3.40", Set.of("IMPDEF [63:60]"),
                    "6.3.102", Set.of("IMPDEF [63:60]"));

    /// The VMS is an array of 32 PARTIDs, [org.vinculum.smmu.spec.table.VirtualMachineStructure#partid].
    private static final Set<String> ARRAYS = Set.of("5.6");

    /// Registers and fields of other security states.
    private static final String OTHER_INTERFACES = "SMMU_(S|R|ROOT)_.*";

    static final Map<String, Class<?>> CLASSES = new HashMap<>();

    static FieldTable table;

    @BeforeAll
    static void read() {
        assumeTrue(Files.isReadable(FieldTable.FILE), "no " + FieldTable.FILE);
        table = FieldTable.read();
        CLASSES.put("5.1", StreamTableDescriptor.class);
        CLASSES.put("5.2", StreamTableEntry.class);
        CLASSES.put("5.3", ContextTableDescriptor.class);
        CLASSES.put("5.4", ContextDescriptor.class);
        for (Register register : Registers.ALL) {
            CLASSES.put(register.section(), register.layout());
        }
    }

    private static Set<String> ours(Class<?> type) {
        Set<String> found = new TreeSet<>();
        Stream.concat(Stream.of(type), Stream.of(type.getClasses()))
                .forEach(part ->
                        Layout.of(part)
                                .fields()
                                .forEach((name, field) -> found.add(plain(name, field))));
        return found;
    }

    private static String plain(String name, Bits field) {
        return FieldTable.plain(name, new Range(field.hi(), field.lo()));
    }

    private static List<String> modelled() {
        return table.sections().keySet().stream().filter(CLASSES::containsKey).toList();
    }

    @Test
    void everyFieldIsInOurCodeAndNoOther() {
        for (String section : modelled()) {
            Set<String> expected = FieldTable.plain(table.sections().get(section));
            expected.addAll(ONLY_OURS.getOrDefault(section, Set.of()));

            assertThat(ours(CLASSES.get(section))).as(section).isEqualTo(expected);
        }
    }

    @Test
    void whatIsReservedNoFieldOfOursHas() {
        for (String section : modelled()) {
            for (Line line : table.sections().get(section)) {
                if (line.reserved() && !section.equals("6.3.40") && !section.equals("6.3.102")) {
                    long reserved = Layout.of(CLASSES.get(section)).reserved(line.lo() / 64);
                    for (int number = line.lo(); number <= line.hi(); number++) {
                        assertThat(Bits.bit(number).isSet(reserved))
                                .as(section + " " + number)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everySectionIsModelledOrOfAnotherInterface() {
        table.sections()
                .forEach((section, lines) ->
                        assertThat(
                                        CLASSES.containsKey(section)
                                                || ARRAYS.contains(section)
                                                || lines.getFirst()
                                                        .name()
                                                        .matches(OTHER_INTERFACES))
                                .as(section + " " + lines.getFirst().name())
                                .isTrue());
    }

    @Test
    void everyRegisterHasItsNameOffsetAndWidth() {
        for (Register register : Registers.ALL) {
            List<Line> lines = table.sections().getOrDefault(register.section(), List.of());
            if (!lines.isEmpty()) {
                Line line = lines.getFirst();
                assertThat(line.name().replaceFirst("&lt;n&gt;.*", "n"))
                        .isEqualTo("SMMU_" + register.name());
                assertThat(line.width()).as(register.name()).isEqualTo(register.width() + "bit");
                assertThat(offset(line)).as(register.name()).isEqualTo(expectedOffset(register));
            }
        }
    }

    private static String offset(Line line) {
        return line.offset().toLowerCase(Locale.ROOT);
    }

    private static String expectedOffset(Register register) {
        int offset =
                register.page() == Page.PAGE_1 ? register.offset() - Page.SIZE : register.offset();
        if (register.count() == 1) {
            return "0x%04x".formatted(offset);
        }
        return register.page() == Page.CMDQ_CONTROL
                ? "0x%02x + (0x%x * n)".formatted(offset, register.stride())
                : "0x%04x + (%d * n)".formatted(offset, register.stride());
    }

    @Test
    void noSectionIsLeftOutByTheReading() {
        long fields =
                modelled().stream()
                        .mapToLong(
                                section -> FieldTable.plain(table.sections().get(section)).size())
                        .sum();

        assertThat(fields).isEqualTo(373);
    }
}
