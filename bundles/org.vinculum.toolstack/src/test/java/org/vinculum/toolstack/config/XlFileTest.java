package org.vinculum.toolstack.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

class XlFileTest {
    @Test
    void bothQuoteStylesNumbersAndCommentsAreRead() {
        assertThat(read("a = \"x\" # why\nb='y'\n# c = 1\nd = 0x1f")).isEqualTo("a=x b=y d=0x1f ");
    }

    @Test
    void newlinesAndATrailingCommaInsideAListAreAllowed() {
        assertThat(read("l = [\n  \"a\", # first\n\n  2,\n]\n")).isEqualTo("l=[a, 2] ");
    }

    @Test
    void listsMayHoldLists() {
        assertThat(read("v = [ [ \"p=0\", \"s=1\" ], [], 3 ]")).isEqualTo("v=[[p=0, s=1], [], 3] ");
    }

    @Test
    void semicolonsSeparateAssignmentsOnOneLine() {
        assertThat(read("a = 1; b = 2;; c = 3;")).isEqualTo("a=1 b=2 c=3 ");
    }

    @Test
    void theLastAssignmentOfAKeyCounts() {
        assertThat(read("a = 1\na = 2")).isEqualTo("a=2 ");
    }

    @Test
    void plusEqualsJoinsStringsAndAppendsToLists() {
        assertThat(read("a = \"x\"\na += \"y\"\nl = [ 1 ]\nl += [ 2 ]\nn += [ 3 ]"))
                .isEqualTo("a=xy l=[1, 2] n=[3] ");
    }

    @Test
    void escapesAreC() {
        assertThat(read("a = \"q\\\"t\\tx\\x41o\\101b\\\\\" ")).isEqualTo("a=q\"t\txAoAb\\ ");
    }

    @Test
    void aBackslashBeforeAnUnderscoreStandsForItself() {
        assertThat(read("a = '\\_SB.ETH0'")).isEqualTo("a=\\_SB.ETH0 ");
    }

    @Test
    void theLastLineNeedsNoNewlineAndLinesMayEndInCrLf() {
        assertThat(read("a = 1\r\nb = [ 1,\r\n2 ]")).isEqualTo("a=1 b=[1, 2] ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = 1 b = 2|cfg:1:7: expected the end of the line or ';', found 'b'",
                "a = |cfg:1:4: expected a string, a number or '[', found the end of the file",
                "a|cfg:1:2: expected '=' after 'a', found the end of the file",
                "= 1|cfg:1:1: expected a key, found '='",
                "a = b|cfg:1:5: expected a string, a number or '[', found 'b'",
                "Name = 1|cfg:1:1: expected a key, a value, '[' or a comment, found 'N'",
                "a = [ 1 2 ]|cfg:1:9: expected ',' or ']', found '2'",
                "a = [ , 1 ]|cfg:1:7: expected a value or ']', found ','",
                "a = [ 1|cfg:1:8: expected ',' or ']', found the end of the file",
                "a = 'x|cfg:1:5: expected the closing ' of the string that starts here,"
                        + " found the end of the line",
                "a = \"\\q\"|cfg:1:7: expected an escape such as \\n, \\\" or \\x41 (a backslash is"
                        + " \\\\), found 'q'",
                "a + 1|cfg:1:3: expected '+=', found '+'",
            })
    void errorsNameLineAndColumn(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(message);
    }

    @Test
    void linesAreCountedThroughListsAndComments() {
        assertThatThrownBy(() -> read("a = [ 1,\n# x\n 2 ]\n  ?"))
                .hasMessageStartingWith("cfg:4:3:");
    }

    @Test
    void deepListsAreRefusedWithoutRecursion() {
        assertThatThrownBy(() -> read("a = " + "[".repeat(1 << 20)))
                .hasMessage("cfg:1:21: expected at most 16 lists in lists, found another");
    }

    @Test
    void endlessAppendingIsRefused() {
        assertThatThrownBy(() -> read("a += \"x\"\n".repeat(1 << 17)))
                .hasMessageContaining("expected at most 4096 uses of '+='");
    }

    private static String read(String text) {
        InputFile file = InputFile.of("cfg", text.getBytes(StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder();
        for (Setting setting : XlFile.read(file).settings()) {
            out.append(setting.key()).append('=').append(shown(setting.value())).append(' ');
        }
        return out.toString();
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Atom atom -> atom.text();
            case Value.Items items ->
                    items.values().stream().map(XlFileTest::shown).toList().toString();
        };
    }
}
