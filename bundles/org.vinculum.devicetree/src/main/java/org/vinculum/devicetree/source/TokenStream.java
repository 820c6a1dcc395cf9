package org.vinculum.devicetree.source;

import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// The tokens of a source under a cursor, with the ways of insisting on one.
final class TokenStream {
    private final Sources sources;
    private final Lexer lexer;
    private Token current;

    TokenStream(InputFile input) {
        sources = new Sources(input);
        lexer = new Lexer(sources);
        advance();
    }

    Token current() {
        return current;
    }

    Place place() {
        return lexer.place();
    }

    /// The files named by tokens; the current token's own file is the one read from.
    Sources sources() {
        return sources;
    }

    void advance() {
        current = lexer.next();
    }

    boolean at(Token wanted) {
        return current == wanted;
    }

    boolean skip(Token wanted) {
        if (current != wanted) {
            return false;
        }
        advance();
        return true;
    }

    void require(Token wanted, String purpose) {
        if (!skip(wanted)) {
            throw expected(wanted.described() + purpose);
        }
    }

    String requireName(String purpose) {
        if (current instanceof Token.Name(String name)) {
            advance();
            return name;
        }
        throw expected("a name" + purpose);
    }

    UnreadableInputException expected(String expected) {
        return place().expected(expected, current.described());
    }
}
