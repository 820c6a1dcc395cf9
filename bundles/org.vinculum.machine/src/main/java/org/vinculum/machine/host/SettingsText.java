package org.vinculum.machine.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

/// Reads what a configuration says in strings, because it has no type for it.
public final class SettingsText {
    private static final long PAGE = 4096;

    private final String pid;

    /// @param pid what messages call the configuration
    public SettingsText(String pid) {
        this.pid = pid;
    }

    /// `START+SIZE` each, in bytes, decimal or hexadecimal with `0x`.
    ///
    /// @throws UnreadableInputException for anything else
    public List<AddressRange> ranges(String property, String... texts) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank()) {
                ranges.add(range(property, text.strip()));
            }
        }
        return List.copyOf(ranges);
    }

    /// `PATH=MODEL` each, where MODEL may be a filter, which has equals signs of its own.
    ///
    /// @throws UnreadableInputException for anything else
    public Map<String, String> pairs(String property, String... texts) {
        Map<String, String> pairs = new HashMap<>();
        for (String text : texts) {
            String pair = text.strip();
            int equals = pair.endsWith(")") ? pair.indexOf("=(") : pair.lastIndexOf('=');
            if (equals <= 0 || equals == pair.length() - 1) {
                throw mistake(property, "PATH=MODEL", text);
            }
            pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    /// Names without blanks around them; empty ones do not count.
    public List<String> names(String... texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank()) {
                names.add(text.strip());
            }
        }
        return List.copyOf(names);
    }

    /// A number in bounds.
    ///
    /// @throws UnreadableInputException for one outside
    public int number(String property, int value, int least, int most) {
        if (value < least || value > most) {
            throw mistake(property, "a number from " + least + " to " + most, "" + value);
        }
        return value;
    }

    private AddressRange range(String property, String text) {
        String expected = "START+SIZE in whole pages of 4 KiB";
        int plus = text.indexOf('+');
        try {
            long start = Long.decode(text.substring(0, Math.max(0, plus)).strip());
            long size = Long.decode(text.substring(plus + 1).strip());
            if (start < 0 || size <= 0 || (start | size) % PAGE != 0 || start + size < 0) {
                throw mistake(property, expected, text);
            }
            return AddressRange.of(start, size);
        } catch (NumberFormatException e) {
            throw mistake(property, expected, text);
        }
    }

    private UnreadableInputException mistake(String property, String expected, String text) {
        return UnreadableInputException.of(pid + ": " + property, expected, "'" + text + "'");
    }
}
