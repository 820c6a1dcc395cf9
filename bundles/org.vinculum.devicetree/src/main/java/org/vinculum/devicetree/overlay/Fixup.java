package org.vinculum.devicetree.overlay;

/// One entry of `__fixups__`: `path:property:offset`, the offset in bytes, decimal.
record Fixup(String path, String property, long offset) {
    private static final int MOST_DIGITS = 9;

    static Fixup parse(String text, Place place) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (first <= 0 || second <= first + 1 || !isNumber(text, second + 1)) {
            throw place.fault("path:property:offset", "'" + text + "'");
        }
        return new Fixup(
                text.substring(0, first),
                text.substring(first + 1, second),
                Long.parseLong(text.substring(second + 1)));
    }

    private static boolean isNumber(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < text.length() && text.length() - from <= MOST_DIGITS;
    }
}
