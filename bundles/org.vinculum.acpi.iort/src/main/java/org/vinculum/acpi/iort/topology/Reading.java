package org.vinculum.acpi.iort.topology;

import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Severity;

/// What the checks of one table share: the table, and where findings go.
final class Reading {
    private final Iort table;
    private final FindingLog log = new FindingLog();

    Reading(Iort table) {
        this.table = table;
    }

    Iort table() {
        return table;
    }

    List<Finding> findings() {
        return log.findings();
    }

    void error(String code, IortNode node, String message) {
        log.add(code, Severity.ERROR, Paths.of(node), message);
    }

    void warning(String code, IortNode node, String message) {
        log.add(code, Severity.WARNING, Paths.of(node), message);
    }

    void warning(String code, String place, String message) {
        log.add(code, Severity.WARNING, place, message);
    }

    void note(String code, IortNode node, String message) {
        log.add(code, Severity.NOTE, Paths.of(node), message);
    }

    void error(String code, String message) {
        log.add(code, Severity.ERROR, Paths.TABLE, message);
    }

    void warning(String code, String message) {
        log.add(code, Severity.WARNING, Paths.TABLE, message);
    }

    void note(String code, String message) {
        log.add(code, Severity.NOTE, Paths.TABLE, message);
    }
}
