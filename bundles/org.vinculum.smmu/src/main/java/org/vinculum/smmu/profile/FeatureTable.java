package org.vinculum.smmu.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Layout;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// What an SMMU can do, for people: every field of its identification registers that is not 0.
public final class FeatureTable {
    private FeatureTable() {}

    /// Names as `IDR0.S1P`, in the order of registers and bits, with the values in decimal.
    public static SequencedMap<String, String> of(Identification identification) {
        SequencedMap<String, String> table = new LinkedHashMap<>();
        table.put("version", "3." + identification.minor());
        add(table, "IDR0", Idr0.class, identification.idr0().value());
        add(table, "IDR1", Idr1.class, identification.idr1().value());
        add(table, "IDR3", Idr3.class, identification.idr3().value());
        add(table, "IDR5", Idr5.class, identification.idr5().value());
        return Collections.unmodifiableSequencedMap(table);
    }

    private static void add(
            Map<String, String> table, String register, Class<?> fields, int value) {
        for (Map.Entry<String, Bits> field : Layout.of(fields).fields().entrySet()) {
            int said = field.getValue().get(value);
            if (said != 0) {
                table.put(register + "." + field.getKey(), Integer.toString(said));
            }
        }
    }
}
