package org.vinculum.qemu.trace;

/// A trace cannot go on.
final class TraceEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TraceEnd(String reason) {
        super(reason);
    }
}
