package org.vinculum.toolstack.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.config.Value.Atom;
import org.vinculum.toolstack.config.Value.Items;

/// Typed access to the settings of one file; a value of another type is an error at its place.
final class Settings {
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<Place> bareBackslashes;

    Settings(InputFile file) {
        XlFile.Content content = XlFile.read(file);
        for (Setting setting : content.settings()) {
            settings.put(setting.key(), setting);
        }
        bareBackslashes = content.bareBackslashes();
    }

    /// As [XlFile.Content#bareBackslashes()].
    List<Place> bareBackslashes() {
        return bareBackslashes;
    }

    Iterable<Setting> all() {
        return settings.values();
    }

    Optional<Atom> atom(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            return Optional.empty();
        }
        return Optional.of(atom(setting.value(), key));
    }

    /// A number within bounds, both inclusive.
    OptionalLong number(String key, long least, long most) {
        Optional<Atom> atom = atom(key);
        if (atom.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(atom.get().text());
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            throw atom.get()
                    .place()
                    .error(
                            "a number from " + least + " to " + most + " for '" + key + "'",
                            "'" + atom.get().text() + "'");
        }
        return number;
    }

    /// The atoms of a list; empty when the key is absent.
    List<Atom> list(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            return List.of();
        }
        return switch (setting.value()) {
            case Items items -> items.values().stream().map(v -> atom(v, key)).toList();
            case Atom atom ->
                    throw atom.place()
                            .error(
                                    "a list for '" + key + "', as in " + key + " = [ \"…\" ]",
                                    "one value");
        };
    }

    private static Atom atom(Value value, String key) {
        return switch (value) {
            case Atom atom -> atom;
            case Items items -> throw items.place().error("one value in '" + key + "'", "a list");
        };
    }
}
