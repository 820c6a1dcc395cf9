package org.vinculum.toolstack.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Reads xl.cfg syntax: assignments of atoms and lists, one on a line or separated by semicolons.
///
/// A key that is assigned twice has its last value; `+=` joins strings and appends to lists.
public final class XlFile {
    /// Lists in lists; xl itself uses two levels (`vnuma`).
    static final int DEPTH_CAP = 16;

    /// Values in one file.
    static final int VALUE_CAP = 1 << 18;

    /// Uses of `+=` in one file, and characters in a string it makes: each copies what was there before.
    static final int APPEND_CAP = 4096;

    static final int JOINED_CAP = 1 << 16;

    private final Scanner scanner;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private Token token;
    private int values;
    private int appends;

    private XlFile(InputFile file) {
        scanner = new Scanner(file);
        token = scanner.next();
    }

    /// What a file says.
    ///
    /// @param settings in the order their keys first appear
    /// @param bareBackslashes where a string has `\_`, which xl refuses and we take for an ACPI path
    public record Content(Collection<Setting> settings, List<Place> bareBackslashes) {}

    /// Reads a file.
    ///
    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static Content read(InputFile file) {
        XlFile xl = new XlFile(file);
        xl.statements();
        return new Content(xl.settings.values(), List.copyOf(xl.scanner.bareBackslashes()));
    }

    private void statements() {
        while (token.kind() != Token.Kind.END) {
            switch (token.kind()) {
                case NEWLINE, SEMICOLON -> advance();
                case NAME -> assignment();
                default -> throw expected("a key");
            }
        }
    }

    private void assignment() {
        Token key = advance();
        Token operator = advance();
        Value value =
                switch (operator.kind()) {
                    case ASSIGN -> value();
                    case APPEND -> joined(key, value());
                    default ->
                            throw operator.place()
                                    .error("'=' after '" + key.text() + "'", operator.shown());
                };
        settings.put(key.text(), new Setting(key.text(), value, key.place()));
        switch (token.kind()) {
            case NEWLINE, SEMICOLON, END -> {}
            default -> throw expected("the end of the line or ';'");
        }
    }

    private Value joined(Token key, Value more) {
        Setting before = settings.get(key.text());
        if (before == null) {
            return more;
        }
        if (++appends > APPEND_CAP) {
            throw key.place().error("at most " + APPEND_CAP + " uses of '+='", "another");
        }
        return switch (before.value()) {
            case Value.Atom a when more instanceof Value.Atom b -> joined(a, b);
            case Value.Items a when more instanceof Value.Items b -> {
                List<Value> all = new ArrayList<>(a.values());
                all.addAll(b.values());
                yield new Value.Items(all, a.place());
            }
            default ->
                    throw more.place()
                            .error(
                                    "a value of the kind '" + key.text() + "' has already",
                                    "a string and a list");
        };
    }

    private static Value joined(Value.Atom a, Value.Atom b) {
        if (a.text().length() + b.text().length() > JOINED_CAP) {
            throw b.place().error("at most " + JOINED_CAP + " characters", "more");
        }
        return new Value.Atom(a.text() + b.text(), a.place());
    }

    private Value value() {
        return token.kind() == Token.Kind.OPEN ? list() : atom();
    }

    private Value.Atom atom() {
        if (token.kind() != Token.Kind.STRING && token.kind() != Token.Kind.NUMBER) {
            throw expected("a string, a number or '['");
        }
        count();
        Token atom = advance();
        return new Value.Atom(atom.text(), atom.place());
    }

    private record Open(Place place, List<Value> values) {}

    // One frame for each list that is open; a value is followed by a comma or by the end of its
    // list.
    private Value list() {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(advance().place(), new ArrayList<>()));
        boolean separated = true;
        while (true) {
            switch (token.kind()) {
                case NEWLINE -> advance();
                case CLOSE -> {
                    advance();
                    Open closed = open.pop();
                    Value list = new Value.Items(closed.values(), closed.place());
                    if (open.isEmpty()) {
                        return list;
                    }
                    open.element().values().add(list);
                    separated = false;
                }
                case COMMA -> {
                    if (separated) {
                        throw expected("a value or ']'");
                    }
                    advance();
                    separated = true;
                }
                default -> {
                    if (!separated) {
                        throw expected("',' or ']'");
                    }
                    separated = element(open);
                }
            }
        }
    }

    // Whether a new list was opened, whose first value needs no comma before it.
    private boolean element(Deque<Open> open) {
        if (token.kind() != Token.Kind.OPEN) {
            open.element().values().add(atom());
            return false;
        }
        if (open.size() == DEPTH_CAP) {
            throw token.place().error("at most " + DEPTH_CAP + " lists in lists", "another");
        }
        count();
        open.push(new Open(advance().place(), new ArrayList<>()));
        return true;
    }

    private void count() {
        if (++values > VALUE_CAP) {
            throw token.place().error("at most " + VALUE_CAP + " values", "another");
        }
    }

    private Token advance() {
        Token before = token;
        token = scanner.next();
        return before;
    }

    private UnreadableInputException expected(String what) {
        return token.place().error(what, token.shown());
    }
}
