package org.vinculum.firmware;

import java.util.List;

/// A firmware description as a reader understood it.
///
/// @param platform the topology; usable even when there are findings
/// @param findings what the reader saw wrong in its own format, in the order met
public record Firmware(Platform platform, List<Finding> findings) {
    public Firmware {
        findings = List.copyOf(findings);
    }
}
