package org.vinculum.swap;

import java.util.List;
import org.vinculum.iommu.UnsupportedStateException;

/// Says in whole sentences why one does not take over.
final class Failures {
    private Failures() {}

    /// @param what it did, as in `failed when it was made`
    static SwapRefusedException refusal(Contender next, String what, Throwable cause) {
        return switch (cause) {
            case SwapRefusedException refused -> refused;
            case UnsupportedStateException lacking ->
                    new SwapRefusedException(lacks(next, lacking));
            default ->
                    new SwapRefusedException(next.title() + " " + what + ": " + cause + ".", cause);
        };
    }

    static List<String> lacks(Contender next, UnsupportedStateException lacking) {
        return lacking.features().stream()
                .map(feature -> next.title() + " lacks " + feature + ".")
                .toList();
    }
}
