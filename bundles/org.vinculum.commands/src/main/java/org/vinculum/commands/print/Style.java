package org.vinculum.commands.print;

/// How a piece of text stands out on a terminal (ECMA-48, 8.3.117).
public enum Style {
    HEADING("\u001b[1m"),
    FAINT("\u001b[2m"),
    BAD("\u001b[31m"),
    GOOD("\u001b[32m"),
    DOUBTFUL("\u001b[33m"),
    NAME("\u001b[36m");

    static final String RESET = "\u001b[0m";

    final String start;

    Style(String start) {
        this.start = start;
    }
}
