package org.vinculum.checks;

import java.util.List;
import org.vinculum.firmware.Finding;

/// Lets only so many findings about one place through that a person would read them; a hostile map has a million entries.
final class FindingCap {
    static final int MOST = 100;

    private final List<Finding> findings;
    private int count;

    FindingCap(List<Finding> findings) {
        this.findings = findings;
    }

    void add(Finding finding) {
        count++;
        if (count <= MOST) {
            findings.add(finding);
        }
    }
}
