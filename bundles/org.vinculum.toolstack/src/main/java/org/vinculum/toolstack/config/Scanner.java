package org.vinculum.toolstack.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Cuts xl.cfg into words by the rules of xl's own scanner: lower-case keys, numbers that start with a digit, both quote
/// styles, `#` comments.
final class Scanner {
    private final String file;
    private final String text;
    private final List<Place> bareBackslashes = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    Scanner(InputFile file) {
        this.file = file.name();
        this.text = new String(file.content(), StandardCharsets.UTF_8);
    }

    /// Where strings so far have a backslash that should have been two.
    List<Place> bareBackslashes() {
        return bareBackslashes;
    }

    /// The next word; `END` again and again after the last.
    ///
    /// @throws UnreadableInputException on a character that starts none
    Token next() {
        skipBlanks();
        Place place = new Place(file, line, at - lineStart + 1);
        if (at >= text.length()) {
            return new Token(Token.Kind.END, "", place);
        }
        char c = text.charAt(at);
        return switch (c) {
            case '\n' -> newline(place);
            case '=' -> one(Token.Kind.ASSIGN, place);
            case '[' -> one(Token.Kind.OPEN, place);
            case ']' -> one(Token.Kind.CLOSE, place);
            case ',' -> one(Token.Kind.COMMA, place);
            case ';' -> one(Token.Kind.SEMICOLON, place);
            case '+' -> append(place);
            case '"', '\'' -> string(place);
            default -> word(c, place);
        };
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\r' && endsLine(at + 1)) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean endsLine(int index) {
        return index >= text.length() || text.charAt(index) == '\n';
    }

    private Token newline(Place place) {
        at++;
        line++;
        lineStart = at;
        return new Token(Token.Kind.NEWLINE, "", place);
    }

    private Token one(Token.Kind kind, Place place) {
        at++;
        return new Token(kind, "", place);
    }

    private Token append(Place place) {
        if (!text.startsWith("+=", at)) {
            throw place.error("'+='", "'+'");
        }
        at += 2;
        return new Token(Token.Kind.APPEND, "", place);
    }

    private Token string(Place place) {
        StringBuilder value = new StringBuilder();
        at = new StringLiteral(text, place, bareBackslashes).read(at, value);
        return new Token(Token.Kind.STRING, value.toString(), place);
    }

    private Token word(char first, Place place) {
        boolean number = isDigit(first);
        if (!number && !isLower(first)) {
            throw place.error("a key, a value, '[' or a comment", shown(first));
        }
        int start = at++;
        while (at < text.length() && continues(text.charAt(at), number)) {
            at++;
        }
        Token.Kind kind = number ? Token.Kind.NUMBER : Token.Kind.NAME;
        return new Token(kind, text.substring(start, at), place);
    }

    private static boolean continues(char c, boolean number) {
        return isDigit(c)
                || (number ? c >= 'a' && c <= 'f' || c == 'x' : isLower(c) || c == '.' || c == '_');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static String shown(char c) {
        return c > ' ' && c < 0x7f ? "'" + c + "'" : "character 0x" + Integer.toHexString(c);
    }
}
