package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.List;

/// Keeps what is written into the picture short enough to be read, whatever names the firmware uses.
final class Labels {
    /// The longest name drawn, in characters; the whole one is in the tooltip.
    static final int LONGEST = 44;

    private Labels() {}

    /// A text of at most `longest` characters, with the middle left out: both ends of a path tell most.
    static String elided(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int head = (longest - 1) / 2;
        int tail = longest - 1 - head;
        return text.substring(0, head) + "…" + text.substring(text.length() - tail);
    }

    /// The last name of a path, or all of it where it has no slash.
    static String lastName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return elided(name.isEmpty() ? path : name, LONGEST);
    }

    /// At most `most` lines, the last of which says how many are left out.
    static List<String> capped(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add("and " + (lines.size() - most + 1) + " more");
        return shown;
    }

    /// `1 stream`, `2 streams`.
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
