package org.vinculum.devicetree.source;

import java.util.HashMap;
import java.util.Map;

/// Cuts source text into tokens, included files in place of their `/include/`.
///
/// What a word is depends on what came before it: after `{` and `;` it is a name, inside brackets two digits are a
/// byte, elsewhere digits are a number.
final class Lexer {
    private enum Expecting {
        NAMES,
        VALUES,
        OCTETS
    }

    private final Sources sources;
    private final Map<String, String> names = new HashMap<>();
    private Expecting expecting = Expecting.VALUES;
    private Place place;

    Lexer(Sources sources) {
        this.sources = sources;
    }

    /// Where the last token began.
    Place place() {
        return place;
    }

    Token next() {
        SourceText source = sources.current();
        Gaps.skip(source);
        place = source.place();
        while (source.peek() == SourceText.END || source.startsWith("/include/")) {
            if (source.peek() != SourceText.END) {
                include(source);
            } else if (!sources.leave()) {
                return new Token.End();
            }
            source = sources.current();
            Gaps.skip(source);
            place = source.place();
        }
        return token(source);
    }

    private void include(SourceText source) {
        source.skip("/include/".length());
        while (Characters.isBlank(source.peek())) {
            source.skip(1);
        }
        place = source.place();
        if (source.peek() != '"') {
            throw place.expected("a file name in quotes after /include/", found(source));
        }
        sources.include(Literals.text(source), place);
    }

    private Token token(SourceText source) {
        int c = source.peek();
        if (c == '"') {
            return Literals.text(source);
        }
        if (c == '\'') {
            return Literals.letter(source);
        }
        Token word = word(source, c);
        return word != null ? word : punctuation(source, c);
    }

    private Token word(SourceText source, int c) {
        if (Characters.startsLabel(c)) {
            Token label = label(source);
            if (label != null) {
                return label;
            }
        }
        return switch (expecting) {
            case NAMES -> name(source);
            case VALUES -> Characters.isDigit(c) ? Literals.number(source) : null;
            case OCTETS -> octet(source);
        };
    }

    private Token label(SourceText source) {
        int length = labelLength(source);
        if (source.peek(length) != ':') {
            return null;
        }
        String name = shared(source, length);
        source.skip(1);
        return new Token.Label(name);
    }

    private Token name(SourceText source) {
        int escape = source.peek() == '\\' ? 1 : 0;
        int length = escape;
        while (Characters.isInName(source.peek(length))) {
            length++;
        }
        if (length == escape) {
            return null;
        }
        source.skip(escape);
        expecting = Expecting.VALUES;
        return new Token.Name(shared(source, length - escape));
    }

    private static Token octet(SourceText source) {
        int high = Characters.hexValue(source.peek());
        int low = Characters.hexValue(source.peek(1));
        if (high < 0 || low < 0) {
            return null;
        }
        source.skip(2);
        return new Token.Octet(high << 4 | low);
    }

    private Token punctuation(SourceText source, int c) {
        if (c == '&') {
            Token target = target(source);
            if (target != null) {
                return target;
            }
        }
        Token keyword = c == '/' ? Keyword.at(source) : null;
        Token found = keyword != null ? keyword : Mark.at(source);
        if (found == null) {
            source.skip(1);
            return new Token.Stray(c);
        }
        expect(found);
        return found;
    }

    /// What kind of word follows a keyword or a mark.
    private void expect(Token found) {
        if (found == Mark.OPEN_BRACE || found == Mark.SEMICOLON || takesName(found)) {
            expecting = Expecting.NAMES;
        } else if (found == Mark.OPEN_BRACKET) {
            expecting = Expecting.OCTETS;
        } else if (found instanceof Keyword || endsOctets(found)) {
            expecting = Expecting.VALUES;
        }
    }

    private static boolean takesName(Token found) {
        return found == Keyword.DELETE_NODE
                || found == Keyword.DELETE_PROPERTY
                || found == Keyword.OMIT_IF_NO_REF;
    }

    private boolean endsOctets(Token found) {
        return found == Mark.CLOSE_BRACKET && expecting == Expecting.OCTETS;
    }

    private Token target(SourceText source) {
        if (source.peek(1) == '{') {
            return path(source);
        }
        if (!Characters.startsLabel(source.peek(1))) {
            return null;
        }
        source.skip(1);
        return new Token.Target(shared(source, labelLength(source)));
    }

    private Token path(SourceText source) {
        int length = 2;
        while (Characters.isInPath(source.peek(length))) {
            length++;
        }
        boolean named = source.peek(2) == '/' || Characters.startsLabel(source.peek(2));
        if (!named || source.peek(length) != '}') {
            throw place.expected(
                    "a reference like &label, &{/path} or &{label/path}", "something else");
        }
        source.skip(2);
        String path = shared(source, length - 2);
        source.skip(1);
        return new Token.Target(path);
    }

    private static int labelLength(SourceText source) {
        int length = 0;
        while (Characters.isInLabel(source.peek(length))) {
            length++;
        }
        return length;
    }

    private String shared(SourceText source, int length) {
        int start = source.offset();
        source.skip(length);
        String name = source.since(start);
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private static String found(SourceText source) {
        int c = source.peek();
        return c == SourceText.END ? "the end of the file" : Readable.character(c);
    }
}
