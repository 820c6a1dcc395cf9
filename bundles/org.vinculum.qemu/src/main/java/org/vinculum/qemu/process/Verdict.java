package org.vinculum.qemu.process;

/// What a guest said of itself, in its own words, printable.
///
/// @param text without the word that all verdicts begin with: `PASS …` or `FAIL …`
public record Verdict(boolean passed, String text) {}
