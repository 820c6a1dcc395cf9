package org.vinculum.diagnosis;

/// A package and the versions of it that a bundle imports, as a manifest writes them.
///
/// @param range empty for any
record WantedPackage(String name, String range) {
    private static final String NAME = "(osgi.wiring.package=";
    private static final String AT_LEAST = "(version>=";
    private static final String BELOW = "(!(version>=";

    /// Out of the filter that the framework makes of `Import-Package` (OSGi Core 8, 8.2).
    static WantedPackage of(String filter) {
        String from = value(filter, AT_LEAST, 0);
        int upper = filter.indexOf(BELOW);
        if (upper < 0) {
            String atMost = value(filter, "(version<=", 0);
            return new WantedPackage(value(filter, NAME, 0), range(from, atMost, "]"));
        }
        String below = value(filter, BELOW, upper);
        return new WantedPackage(value(filter, NAME, 0), range(from, below, ")"));
    }

    private static String range(String from, String to, String end) {
        if (from.isEmpty() && to.isEmpty()) {
            return "";
        }
        return to.isEmpty() ? "[" + from + ",)" : "[" + from + "," + to + end;
    }

    private static String value(String filter, String before, int at) {
        int start = filter.indexOf(before, at);
        if (start < 0) {
            return "";
        }
        start += before.length();
        return filter.substring(start, filter.indexOf(')', start));
    }

    @Override
    public String toString() {
        return range.isEmpty() ? name : name + " " + range;
    }
}
