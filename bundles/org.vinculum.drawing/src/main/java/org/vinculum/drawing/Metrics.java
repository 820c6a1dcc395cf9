package org.vinculum.drawing;

import java.util.List;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Link;

/// How much room text takes. Fonts are not asked, because the picture would then depend on the machine it is made on;
/// every usual monospaced font is 0.6 em wide.
final class Metrics {
    static final double NAME_SIZE = 14;
    static final double DETAIL_SIZE = 11;
    static final double LABEL_SIZE = 12;
    static final double PADDING = 12;

    private static final double ADVANCE = 0.605;
    private static final double LINE_HEIGHT = 1.35;

    private Metrics() {}

    static double width(String text, double size) {
        return text.length() * size * ADVANCE;
    }

    static double lineHeight(double size) {
        return size * LINE_HEIGHT;
    }

    static double width(Box box) {
        double widest = width(box.name(), NAME_SIZE);
        for (String detail : box.details()) {
            widest = Math.max(widest, width(detail, DETAIL_SIZE));
        }
        return Math.ceil(widest + 2 * PADDING);
    }

    static double height(Box box) {
        return Math.ceil(
                lineHeight(NAME_SIZE)
                        + box.details().size() * lineHeight(DETAIL_SIZE)
                        + 1.2 * PADDING);
    }

    static double labelWidth(Link link) {
        return Math.ceil(widest(link.labels(), LABEL_SIZE) + PADDING);
    }

    static double labelHeight(Link link) {
        return Math.ceil(link.labels().size() * lineHeight(LABEL_SIZE) + 2);
    }

    static double widest(List<String> lines, double size) {
        double widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, width(line, size));
        }
        return widest;
    }
}
