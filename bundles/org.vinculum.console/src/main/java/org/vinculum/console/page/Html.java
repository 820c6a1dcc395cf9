package org.vinculum.console.page;

import java.io.PrintWriter;

/// Writes HTML in which text is only ever text.
final class Html {
    private final PrintWriter out;

    Html(PrintWriter out) {
        this.out = out;
    }

    /// Markup of our own, as it stands.
    Html markup(String markup) {
        out.print(markup);
        return this;
    }

    /// Text of whatever origin, between tags or in an attribute with double quotes.
    Html text(Object text) {
        String plain = String.valueOf(text);
        for (int i = 0; i < plain.length(); i++) {
            character(plain.charAt(i));
        }
        return this;
    }

    /// Felix's console puts values in where it finds a dollar sign with a name in braces.
    private void character(char c) {
        switch (c) {
            case '&', '<', '>', '"', '\'', '$' -> out.print("&#" + (int) c + ";");
            case '\n', '\t' -> out.print(c);
            default -> out.print(Character.isISOControl(c) ? '\ufffd' : c);
        }
    }

    Html tableOf(String... headings) {
        markup("<table class=\"nicetable ui-widget\"><thead><tr>");
        for (String heading : headings) {
            markup("<th class=\"ui-widget-header\">").text(heading).markup("</th>");
        }
        return markup("</tr></thead><tbody>\n");
    }

    Html row(Object... cells) {
        markup("<tr>");
        for (Object cell : cells) {
            cell(cell);
        }
        return markup("</tr>\n");
    }

    Html cell(Object cell) {
        return markup("<td>").text(cell).markup("</td>");
    }

    Html endTable() {
        return markup("</tbody></table>\n");
    }

    Html heading(String text) {
        return markup("<h3>").text(text).markup("</h3>\n");
    }
}
