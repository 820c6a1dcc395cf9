package org.vinculum.acpi.iort.json;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vinculum.acpi.iort.json.JsonValue.Elements;
import org.vinculum.acpi.iort.json.JsonValue.Member;
import org.vinculum.acpi.iort.json.JsonValue.Members;
import org.vinculum.firmware.UnreadableInputException;

/// The members of one object, each asked for by name and kind; what nobody asked for is a mistake.
///
/// Every method throws [UnreadableInputException] with line and column for a value of another kind or out of range. One
/// that takes no `fallback` insists on the member.
final class ObjectReader {
    /// No node has room for more.
    private static final int MAX_NAME = 0xffff;

    private final JsonInput json;
    private final Members object;
    private final String what;
    private final List<String> asked = new ArrayList<>();

    /// @param what messages call the object, with its article
    ObjectReader(JsonInput json, Members object, String what) {
        this.json = json;
        this.object = object;
        this.what = what;
    }

    Place place() {
        return object.place();
    }

    boolean has(String name) {
        return object.value(name) != null;
    }

    boolean isNumber(String name) {
        return object.value(name) instanceof JsonValue.Whole;
    }

    /// A string in double quotes.
    String text(String name) {
        return ask(name) instanceof JsonValue.Text text
                ? text.found()
                : refuse(name, "a string as \"" + name + "\"");
    }

    String text(String name, String fallback) {
        return asksFor(name) ? text(name) : fallback;
    }

    /// Characters of one byte each.
    String characters(String name, int most, String fallback) {
        return asksFor(name) ? characters(name, (char) 0, most) : fallback;
    }

    /// Characters of one byte each, none of them the 0 that would end the name.
    String name(String name) {
        return characters(name, (char) 1, MAX_NAME);
    }

    private String characters(String name, char least, int most) {
        String text = text(name);
        boolean fits = text.length() <= most;
        for (int i = 0; fits && i < text.length(); i++) {
            fits = text.charAt(i) >= least && text.charAt(i) <= 0xff;
        }
        return fits
                ? text
                : refuse(
                        name,
                        "at most "
                                + most
                                + " one-byte characters"
                                + (least == 0 ? "" : " without NUL"));
    }

    /// A number of at most `bits` bits in hexadecimal.
    long hex(String name, int bits) {
        return ask(name) instanceof JsonValue.Text text && Hex.isNumber(text.found(), bits)
                ? Hex.number(text.found())
                : refuse(
                        name,
                        "a number of at most "
                                + bits
                                + " bits, such as \"0x1f\", as \""
                                + name
                                + "\"");
    }

    long hex(String name, int bits, long fallback) {
        return asksFor(name) ? hex(name, bits) : fallback;
    }

    long number(String name, long from, long to) {
        return ask(name) instanceof JsonValue.Whole number
                        && number.value() >= from
                        && number.value() <= to
                ? number.value()
                : refuse(name, "a number from " + from + " to " + to + " as \"" + name + "\"");
    }

    long number(String name, long from, long to, long fallback) {
        return asksFor(name) ? number(name, from, to) : fallback;
    }

    /// Whether a flag is set; it is not when nothing is said.
    boolean flag(String name) {
        return flag(name, false);
    }

    boolean flag(String name, boolean fallback) {
        if (!asksFor(name)) {
            return fallback;
        }
        return object.value(name) instanceof JsonValue.Truth truth
                ? truth.value()
                : refuse(name, "true or false as \"" + name + "\"");
    }

    /// A name for a number, or the number itself.
    long named(String name, Names names, long most, long fallback) {
        if (!asksFor(name)) {
            return fallback;
        }
        if (object.value(name) instanceof JsonValue.Whole number
                && number.value() >= 0
                && number.value() <= most) {
            return number.value();
        }
        int number =
                object.value(name) instanceof JsonValue.Text text ? names.number(text.found()) : -1;
        return number >= 0 ? number : refuse(name, names + ", or a number up to " + most);
    }

    byte[] bytes(String name) {
        byte[] bytes = ask(name) instanceof JsonValue.Text text ? Hex.bytes(text.found()) : null;
        return bytes != null ? bytes : refuse(name, "pairs of hexadecimal digits");
    }

    byte[] bytes(String name, byte[] fallback) {
        return asksFor(name) ? bytes(name) : fallback;
    }

    /// The values of an array; none when nothing is said.
    List<JsonValue> elements(String name) {
        if (!asksFor(name)) {
            return List.of();
        }
        return object.value(name) instanceof Elements elements
                ? elements.values()
                : refuse(name, "an array as \"" + name + "\"");
    }

    /// The objects of an array; none when nothing is said.
    ///
    /// @param element what messages call one of them
    List<ObjectReader> objects(String name, String element) {
        List<ObjectReader> objects = new ArrayList<>();
        for (JsonValue value : elements(name)) {
            if (!(value instanceof Members members)) {
                throw json.at(value.place(), element, value.found());
            }
            objects.add(new ObjectReader(json, members, element));
        }
        return objects;
    }

    /// An object; one without members when nothing is said.
    ObjectReader object(String name, String what) {
        if (!asksFor(name)) {
            return new ObjectReader(json, JsonValue.members(place()), what);
        }
        return object.value(name) instanceof Members members
                ? new ObjectReader(json, members, what)
                : refuse(name, what + " as \"" + name + "\"");
    }

    /// Ends the reading: a member that nobody asked for is not one of such an object.
    void refuseOthers() {
        for (Member member : object.members()) {
            if (!asked.contains(member.name())) {
                throw json.at(member.place(), known(member.name()), '"' + member.name() + '"');
            }
        }
    }

    /// A mistake in the value of a member, or in the object when the member is missing.
    UnreadableInputException mistake(String name, String expected) {
        JsonValue value = object.value(name);
        return value == null
                ? json.at(place(), expected, "none in " + what)
                : json.at(value.place(), expected, value.found());
    }

    /// A mistake in one value of an array.
    UnreadableInputException mistake(JsonValue value, String expected) {
        return json.at(value.place(), expected, value.found());
    }

    private boolean asksFor(String name) {
        return ask(name) != null;
    }

    private JsonValue ask(String name) {
        asked.add(name);
        return object.value(name);
    }

    // Returns nothing; the type makes it fit wherever a value is wanted.
    private <T> T refuse(String name, String expected) {
        throw mistake(name, expected);
    }

    private String known(String name) {
        String near = Nearest.to(name, asked);
        return near == null
                ? "a member of " + what + " (" + String.join(", ", new TreeSet<>(asked)) + ")"
                : '"' + near + "\" in " + what;
    }
}
