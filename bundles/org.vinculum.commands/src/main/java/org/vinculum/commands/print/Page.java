package org.vinculum.commands.print;

/// Text under construction; every piece is made harmless before it is kept, so that only a page ever adds colour or a
/// line end.
public final class Page {
    private final StringBuilder text = new StringBuilder(1024);
    private final boolean colour;

    /// @param colour whether [#styled] has an effect
    public Page(boolean colour) {
        this.colour = colour;
    }

    public Page text(String piece) {
        text.append(Printable.of(piece));
        return this;
    }

    public Page text(long number) {
        text.append(number);
        return this;
    }

    public Page styled(Style style, String piece) {
        if (!colour) {
            return text(piece);
        }
        text.append(style.start).append(Printable.of(piece)).append(Style.RESET);
        return this;
    }

    /// The piece and as many blanks as it is shorter than `width`.
    public Page padded(String piece, int width) {
        String safe = Printable.of(piece);
        text.append(safe);
        return blanks(width - safe.length());
    }

    /// `count` blanks; none when it is negative.
    public Page blanks(int count) {
        for (int i = 0; i < count; i++) {
            text.append(' ');
        }
        return this;
    }

    /// Ends the line.
    public Page line() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
