package org.vinculum.drawing;

/// Writes SVG elements one by one, numbers with one decimal at most.
final class SvgText {
    private final StringBuilder out = new StringBuilder(16 << 10);

    /// Starts an element; [#end] or [#close] follows after the attributes.
    SvgText open(String element) {
        out.append('<').append(element);
        return this;
    }

    SvgText with(String attribute, String value) {
        out.append(' ').append(attribute).append("=\"").append(Xml.escaped(value)).append('"');
        return this;
    }

    SvgText with(String attribute, double value) {
        return with(attribute, number(value));
    }

    /// Ends an element without content.
    void end() {
        out.append("/>\n");
    }

    /// Ends the attributes of an element with children.
    void children() {
        out.append(">\n");
    }

    /// Ends an element with text in it.
    void end(String element, String text) {
        out.append('>').append(Xml.escaped(text)).append("</").append(element).append(">\n");
    }

    void close(String element) {
        out.append("</").append(element).append(">\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
    }
}
