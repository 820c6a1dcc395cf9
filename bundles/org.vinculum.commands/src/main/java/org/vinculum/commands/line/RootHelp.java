package org.vinculum.commands.line;

import java.util.LinkedHashMap;
import java.util.Map;

/// The part of the first help page that is about all verbs.
final class RootHelp {
    private RootHelp() {}

    static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done; nothing wrong found");
        codes.put(
                "1", "the input was understood and the answer is no: findings, a refused binding");
        codes.put("2", "usage, or a file that cannot be read, parsed or written");
        codes.put("3", "our own failure; the message says where the report was written");
        codes.put("130", "ended by the user");
        return codes;
    }
}
