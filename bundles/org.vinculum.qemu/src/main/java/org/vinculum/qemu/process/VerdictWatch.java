package org.vinculum.qemu.process;

import java.util.concurrent.CompletableFuture;

/// Finds the verdict in what a guest prints, in whatever pieces it comes. The first one counts.
///
/// It is a line that begins with `VINCULUM-GUEST: PASS` or `VINCULUM-GUEST: FAIL`, after the time that a kernel puts
/// before what programs send through its log; of a long line the start is kept.
public final class VerdictWatch {
    private static final String MARK = "VINCULUM-GUEST: ";
    private static final int LONGEST_LINE = 512;
    private static final int LONGEST_VERDICT = 240;

    private final StringBuilder line = new StringBuilder();
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    /// Done when there is one.
    public CompletableFuture<Verdict> verdict() {
        return verdict;
    }

    /// @param text what the guest printed next
    public void take(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                endLine();
            } else if (line.length() < LONGEST_LINE) {
                line.append(c);
            }
        }
    }

    private void endLine() {
        int start = afterTime();
        if (line.indexOf(MARK, start) == start) {
            judge(line.substring(start + MARK.length()));
        }
        line.setLength(0);
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
