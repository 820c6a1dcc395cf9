package org.vinculum.qemu.process;

/// The end of what a program said of itself. Safe for use by several threads.
final class Complaint {
    private static final int LONGEST = 2048;

    private final StringBuilder text = new StringBuilder();

    synchronized void add(CharSequence more) {
        text.append(more);
        if (text.length() > LONGEST) {
            text.delete(0, text.length() - LONGEST);
        }
    }

    /// On one line, printable.
    synchronized String line() {
        return Printable.of(text.toString().strip().replace("\n", "; "), 2 * LONGEST);
    }
}
