package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Severity;

/// Collects findings, so many of each code that a person may read them; a hostile tree could hold a million.
final class FindingLog {
    static final int MOST_OF_ONE_CODE = 500;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Severity> crowded = new LinkedHashMap<>();

    /// @param place asked only when the finding is kept
    void add(String code, Severity severity, Supplier<String> place, String message) {
        if (counts.merge(code, 1, Integer::sum) <= MOST_OF_ONE_CODE) {
            findings.add(new Finding(code, severity, place.get(), message));
        } else {
            crowded.put(code, severity);
        }
    }

    /// What was collected, in the order met, and for each code with too many one more that tells how many were left out.
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        crowded.forEach((code, severity) -> all.add(leftOut(code, severity)));
        return all;
    }

    private Finding leftOut(String code, Severity severity) {
        int more = counts.get(code) - MOST_OF_ONE_CODE;
        return new Finding(code, severity, "/", "and " + more + " more like these");
    }
}
