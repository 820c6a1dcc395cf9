package org.vinculum.qemu.process;

import java.util.function.Consumer;

/// Makes lines of what a guest prints, in whatever pieces it comes: without the time that a kernel puts before what programs
/// send through its log, and of a long line the start.
public final class ConsoleLines {
    private static final int LONGEST = 512;

    private final StringBuilder line = new StringBuilder();
    private final Consumer<String> lines;

    /// @param lines hears each line, from the thread that brings its end
    public ConsoleLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /// @param text what the guest printed next
    public void take(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.accept(line.substring(afterTime()));
                line.setLength(0);
            } else if (line.length() < LONGEST) {
                line.append(c);
            }
        }
    }

    // `[    2.848693] `, digits, point and padding alone
    private int afterTime() {
        if (line.isEmpty() || line.charAt(0) != '[') {
            return 0;
        }
        int i = 1;
        while (i < line.length() && " .0123456789".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return line.indexOf("] ", i) == i ? i + 2 : 0;
    }
}
