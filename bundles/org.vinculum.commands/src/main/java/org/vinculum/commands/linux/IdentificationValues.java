package org.vinculum.commands.linux;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.commands.verb.UsageException;

/// Values of identification registers as a user writes them: `IDR1=0x01070010`. Which there are, the model says.
final class IdentificationValues {
    private static final long MOST = 0xffff_ffffL;

    private IdentificationValues() {}

    /// @throws UsageException for what is no name and 32-bit value, or a name given twice
    static Map<String, Long> parse(List<String> given) {
        Map<String, Long> values = new TreeMap<>();
        for (String one : given) {
            int sign = one.indexOf('=');
            if (sign < 1) {
                throw notOne(one);
            }
            if (values.put(one.substring(0, sign), value(one, one.substring(sign + 1))) != null) {
                throw new UsageException(
                        LinuxOptions.IDR + " has two values for " + one.substring(0, sign));
            }
        }
        return values;
    }

    private static long value(String whole, String text) {
        try {
            long value =
                    text.startsWith("0x")
                            ? Long.parseUnsignedLong(text, 2, text.length(), 16)
                            : Long.parseUnsignedLong(text);
            if (value >= 0 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notOne(whole);
        }
        throw notOne(whole);
    }

    private static UsageException notOne(String text) {
        return new UsageException(
                LinuxOptions.IDR
                        + " takes a register and its 32-bit value, such as IDR1=0x01070010, not '"
                        + text
                        + "'");
    }
}
