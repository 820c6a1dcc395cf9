package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.Finding;

/// Collects findings, so many of each code that a person may read them; a hostile tree could hold a million.
final class FindingLog {
    static final int MOST_OF_ONE_CODE = 500;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Finding> dropped = new LinkedHashMap<>();

    void add(Finding finding) {
        if (counts.merge(finding.code(), 1, Integer::sum) <= MOST_OF_ONE_CODE) {
            findings.add(finding);
        } else {
            dropped.put(finding.code(), finding);
        }
    }

    /// What was collected, in the order met, and for each code with too many one more that tells how many were left out.
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        for (Finding last : dropped.values()) {
            int more = counts.get(last.code()) - MOST_OF_ONE_CODE;
            all.add(
                    new Finding(
                            last.code(), last.severity(), "/", "and " + more + " more like these"));
        }
        return all;
    }
}
