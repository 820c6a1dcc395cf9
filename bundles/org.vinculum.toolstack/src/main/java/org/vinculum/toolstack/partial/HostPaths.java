package org.vinculum.toolstack.partial;

import java.util.List;
import java.util.Optional;
import org.vinculum.toolstack.config.DtdevEntry;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Finds the host device that a path of the user means; says what is near when there is none.
final class HostPaths {
    // whoever gets more than this many paths wrong has the wrong tree
    private static final int MOST_SUGGESTIONS = 16;

    private final Host host;
    private final Verdict verdict;
    private int suggestions;

    HostPaths(Host host, Verdict verdict) {
        this.host = host;
        this.verdict = verdict;
    }

    /// A path of `dtdev`: absolute, or an alias or node name that only one node has.
    Optional<String> ofDtdev(DtdevEntry entry) {
        String path = normal(entry.path());
        Optional<String> device = host.device(path);
        if (device.isPresent()) {
            return device;
        }
        List<String> called = path.startsWith("/") ? List.of() : host.called(path);
        if (called.size() > 1) {
            verdict.refuse(
                    "dtdev-ambiguous",
                    entry.place().toString(),
                    "'"
                            + path
                            + "' may be "
                            + Sentences.list(called)
                            + "; write the absolute path of one of them");
            return Optional.empty();
        }
        if (called.isEmpty()) {
            refuseUnknown("dtdev-unknown", entry.place().toString(), "dtdev", path);
        }
        return called.stream().findFirst();
    }

    /// The path of an `xen,path`.
    Optional<String> ofXenPath(String value, String place) {
        String path = normal(value);
        Optional<String> device =
                path.startsWith("/") || !host.hasTree() ? host.device(path) : Optional.empty();
        if (device.isEmpty()) {
            refuseUnknown("xen-path-unknown", place, "xen,path", path);
        }
        return device;
    }

    private void refuseUnknown(String code, String place, String what, String path) {
        verdict.refuse(
                code,
                place,
                what + " '" + path + "' is no " + host.terms().device() + suggestion(path));
    }

    private String suggestion(String path) {
        if (++suggestions > MOST_SUGGESTIONS) {
            return "";
        }
        return host.nearest(path).map(n -> "; the nearest is '" + n + "'").orElse("");
    }

    private static String normal(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
