package org.vinculum.firmware;

import java.util.Comparator;

/// One thing that is wrong or unusual in a firmware description.
///
/// @param code stable, documented in `docs/findings.md`, e.g. `phandle-dangling`
/// @param place device-tree path and property, or `IORT:0x<offset>` of a node
/// @param message one sentence that says what will happen because of it
public record Finding(String code, Severity severity, String place, String message) {
    /// Most serious first, then by place and code: the order of every report.
    public static final Comparator<Finding> REPORT_ORDER =
            Comparator.comparing(Finding::severity)
                    .thenComparing(Finding::place)
                    .thenComparing(Finding::code)
                    .thenComparing(Finding::message);

    public static Finding error(String code, String place, String message) {
        return new Finding(code, Severity.ERROR, place, message);
    }

    public static Finding warning(String code, String place, String message) {
        return new Finding(code, Severity.WARNING, place, message);
    }

    public static Finding note(String code, String place, String message) {
        return new Finding(code, Severity.NOTE, place, message);
    }
}
