package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.profile.Abilities;
import org.vinculum.smmu.profile.Abilities.Limit;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Layout;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr2;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// `docs/smmu-coverage.md` says of every identification field, command and event what the code says.
class CoverageDocumentTests {
    private static final Map<String, Class<?>> REGISTERS = new LinkedHashMap<>();

    static {
        REGISTERS.put("IDR0", Idr0.class);
        REGISTERS.put("IDR1", Idr1.class);
        REGISTERS.put("IDR2", Idr2.class);
        REGISTERS.put("IDR3", Idr3.class);
        REGISTERS.put("IDR5", Idr5.class);
        REGISTERS.put("IDR6", Idr6.class);
    }

    @Test
    void everyIdentificationFieldIsListedWithTheValuesThatAProfileMayHave() throws IOException {
        List<String> rows = new ArrayList<>();
        REGISTERS.forEach((register, fields) ->
                Layout.of(fields)
                        .fields()
                        .keySet()
                        .forEach(f ->
                                rows.add(
                                        "| "
                                                + register
                                                + "."
                                                + f
                                                + " | "
                                                + values(register, f)
                                                + " |")));

        assertThat(documented("IDR")).containsExactlyElementsOf(rows);
    }

    private static String values(String register, String field) {
        for (Limit limit : Abilities.LIMITS) {
            if (limit.register().equals(register) && limit.field().equals(field)) {
                return values(limit.bits(), limit.allowed());
            }
        }
        return "any";
    }

    private static String values(Bits field, long allowed) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= Math.min(field.highest(), 62); i++) {
            if ((allowed >>> i & 1) != 0) {
                values.add(Integer.toString(i));
            }
        }
        boolean gapless = allowed == (1L << values.size()) - 1;
        return gapless && values.size() > 2
                ? "0 to " + values.getLast()
                : String.join(", ", values);
    }

    @Test
    void everyCommandIsListedWithWhatBecomesOfIt() throws Exception {
        List<String> rows = new ArrayList<>();
        for (Class<?> command : Command.class.getPermittedSubclasses()) {
            rows.add("| " + command.getSimpleName() + " | " + fate(command) + " |");
        }

        assertThat(documented("Command")).containsExactlyElementsOf(rows);
    }

    private static String fate(Class<?> command) throws IllegalAccessException {
        try {
            int opcode = command.getField("NUMBER").getInt(null);
            return Bench.of("smmuv3-3.3").started().command(opcode, 0) == 0
                    ? "executed"
                    : "CERROR_ILL";
        } catch (NoSuchFieldException none) {
            return command.getSimpleName().equals("ImplementationDefined")
                    ? "the profile's"
                    : "CERROR_ILL";
        }
    }

    @Test
    void everyEventIsListedWithWhetherItIsRecorded() throws IOException {
        String used = namesInClasses();
        List<String> rows = new ArrayList<>();
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            boolean recorded = used.contains(event.getName().replace('.', '/'));
            rows.add(
                    "| "
                            + event.getSimpleName()
                            + " | "
                            + (recorded ? "recorded" : "never")
                            + " |");
        }

        assertThat(documented("Event")).containsExactlyElementsOf(rows);
    }

    /// All that the bundle's class files hold, in which the types they use are names.
    private static String namesInClasses() throws IOException {
        StringBuilder text = new StringBuilder();
        Path classes =
                Path.of(
                        System.getProperty("vinculum.root"),
                        "bundles/org.vinculum.smmu/target/classes");
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    /// The first two columns of the rows of the table with that heading.
    private static List<String> documented(String table) throws IOException {
        Path document = Path.of(System.getProperty("vinculum.root"), "docs/smmu-coverage.md");
        List<String> rows = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(document)) {
            if (!line.startsWith("|")) {
                within = false;
            } else if (line.startsWith("| " + table + " |")) {
                within = true;
            } else if (within && !line.startsWith("| ---")) {
                String[] columns = line.split("\\|");
                rows.add("|" + columns[1] + "|" + columns[2] + "|");
            }
        }
        return rows;
    }
}
