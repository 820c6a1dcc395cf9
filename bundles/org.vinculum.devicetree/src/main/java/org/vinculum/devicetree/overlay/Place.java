package org.vinculum.devicetree.overlay;

import org.vinculum.firmware.UnreadableInputException;

/// Where in which overlay something is wrong: every message starts with it.
record Place(String overlay, String where) {
    Place in(String other) {
        return new Place(overlay, other);
    }

    UnreadableInputException fault(String expected, String found) {
        return UnreadableInputException.of(overlay + ": " + where, expected, found);
    }
}
