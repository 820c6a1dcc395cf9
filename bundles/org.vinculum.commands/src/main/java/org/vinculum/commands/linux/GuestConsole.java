package org.vinculum.commands.linux;

import org.vinculum.commands.print.Terminal;
import org.vinculum.live.LiveAudience;

/// Shows the guest's console line by line among the diagnostics. What it sends to steer a terminal is left out: a guest must
/// not reach the user's.
final class GuestConsole implements LiveAudience {
    private static final int LONGEST = 2000;
    private static final int TAB = 8;

    private final Terminal terminal;
    private final boolean shown;
    private final boolean faint;
    private final StringBuilder line = new StringBuilder();
    private Sequence inside = Sequence.NONE;
    private boolean returned;

    /// Control sequences, ECMA-48, 5.
    private enum Sequence {
        NONE,
        ESCAPE,
        CONTROL,
        STRING
    }

    /// @param shown whether the console is wanted at all
    GuestConsole(Terminal terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
        this.faint = terminal.styledDiagnostics();
    }

    @Override
    public synchronized void console(String text) {
        for (int i = 0; shown && i < text.length(); i++) {
            take(text.charAt(i));
        }
    }

    @Override
    public synchronized void progress(String message) {
        terminal.diagnose("vinculum linux: " + message);
    }

    /// Shows what the guest has left unfinished.
    synchronized void end() {
        if (!line.isEmpty()) {
            flush();
        }
    }

    private void take(char c) {
        if (c == '\n') {
            inside = Sequence.NONE;
            returned = false;
            flush();
            return;
        }
        switch (inside) {
            case NONE -> append(c);
            case ESCAPE -> inside = introduced(c);
            case CONTROL -> inside = c >= 0x20 && c < 0x40 ? Sequence.CONTROL : Sequence.NONE;
            case STRING -> inside = stringGoesOn(c);
        }
    }

    private static Sequence introduced(char c) {
        return switch (c) {
            case '[' -> Sequence.CONTROL;
            case 'P', 'X', ']', '^', '_' -> Sequence.STRING;
            default -> c >= 0x20 && c < 0x30 ? Sequence.ESCAPE : Sequence.NONE;
        };
    }

    // Its end is BEL, or ESC and one more character.
    private static Sequence stringGoesOn(char c) {
        return switch (c) {
            case '\u0007' -> Sequence.NONE;
            case '\u001b' -> Sequence.ESCAPE;
            default -> Sequence.STRING;
        };
    }

    private void append(char c) {
        if (c == '\r') {
            returned = true;
            return;
        }
        if (returned) {
            // a line that the guest writes over, as progress is shown
            returned = false;
            end();
        }
        if (c == '\u001b') {
            inside = Sequence.ESCAPE;
        } else if (c == '\t') {
            line.repeat(' ', TAB - line.length() % TAB);
        } else if (c != '\b' && c != '\u0000') {
            line.append(c);
        }
        if (line.length() >= LONGEST) {
            flush();
        }
    }

    private void flush() {
        terminal.relay(line.toString(), faint);
        line.setLength(0);
    }
}
