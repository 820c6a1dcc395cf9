package org.vinculum.smmu.spec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// All fields of a register, entry, command or event, derived from the [Bits] constants of its class; what they leave over
/// is RES0.
///
/// A class has the constants it declares or inherits, and those of the records among its components. Uses reflection: for
/// diagnosis, documentation and tests, not for the way of a transaction.
public final class Layout {
    private final SequencedMap<String, Bits> fields;
    private final long[] defined = new long[Bits.LIMIT / Long.SIZE];

    private Layout(SequencedMap<String, Bits> fields) {
        this.fields = Collections.unmodifiableSequencedMap(fields);
        fields.forEach(this::define);
    }

    /// @throws IllegalArgumentException when two fields share a bit
    public static Layout of(Class<?> type) {
        Map<String, Bits> found = new TreeMap<>();
        collect(type, found);
        LinkedHashMap<String, Bits> ordered = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(field -> field.getValue().lo()))
                .forEach(field -> ordered.put(field.getKey(), field.getValue()));
        return new Layout(ordered);
    }

    private static void collect(Class<?> type, Map<String, Bits> into) {
        for (Field field : type.getFields()) {
            if (field.getType() == Bits.class && Modifier.isStatic(field.getModifiers())) {
                into.put(field.getName(), value(field));
            }
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType().isRecord()) {
                    collect(component.getType(), into);
                }
            }
        }
    }

    private static Bits value(Field field) {
        try {
            return (Bits) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(field + " cannot be read", e);
        }
    }

    private void define(String name, Bits field) {
        if ((defined[field.word()] & field.mask()) != 0) {
            throw new IllegalArgumentException(name + " " + field + " overlaps another field");
        }
        defined[field.word()] |= field.mask();
    }

    /// Names as in the class, lowest bit first.
    public SequencedMap<String, Bits> fields() {
        return fields;
    }

    /// Ones where bits of a word are RES0. The upper half of a 32-bit register counts as reserved.
    ///
    /// @param word 0 to 7
    /// @throws IllegalArgumentException when there is no such word
    public long reserved(int word) {
        if (word < 0 || word >= defined.length) {
            throw new IllegalArgumentException("no word " + word + " in " + defined.length);
        }
        return ~defined[word];
    }
}
