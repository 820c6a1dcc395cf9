package org.vinculum.qemu.process;

import java.util.concurrent.CompletableFuture;

/// Finds the verdict in what a guest prints. The first one counts.
///
/// It is a line of the console, as [ConsoleLines] makes them, that begins with `VINCULUM-GUEST: PASS` or
/// `VINCULUM-GUEST: FAIL`.
public final class VerdictWatch {
    private static final String MARK = "VINCULUM-GUEST: ";
    private static final int LONGEST_VERDICT = 240;

    private final ConsoleLines lines = new ConsoleLines(this::hear);
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    /// Done when there is one.
    public CompletableFuture<Verdict> verdict() {
        return verdict;
    }

    /// @param text what the guest printed next
    public void take(CharSequence text) {
        lines.take(text);
    }

    private void hear(String line) {
        if (line.startsWith(MARK)) {
            judge(line.substring(MARK.length()));
        }
    }

    private void judge(String text) {
        if (isWord("PASS", text)) {
            verdict.complete(new Verdict(true, Printable.of(text, LONGEST_VERDICT)));
        } else if (isWord("FAIL", text)) {
            verdict.complete(new Verdict(false, Printable.of(text, LONGEST_VERDICT)));
        }
    }

    private static boolean isWord(String word, String text) {
        return text.equals(word) || text.startsWith(word + " ");
    }
}
