package org.vinculum.devicetree.source;

/// The words between slashes (DTSpec 0.4, 6.3).
enum Keyword implements Token {
    DTS_V1("/dts-v1/"),
    PLUGIN("/plugin/"),
    MEMRESERVE("/memreserve/"),
    BITS("/bits/"),
    DELETE_PROPERTY("/delete-property/"),
    DELETE_NODE("/delete-node/"),
    OMIT_IF_NO_REF("/omit-if-no-ref/"),
    INCBIN("/incbin/");

    private static final Keyword[] ALL = values();

    private final String text;

    Keyword(String text) {
        this.text = text;
    }

    /// The keyword at the cursor, consumed; null where there is none.
    static Keyword at(SourceText source) {
        for (Keyword keyword : ALL) {
            if (source.startsWith(keyword.text)) {
                source.skip(keyword.text.length());
                return keyword;
            }
        }
        return null;
    }

    @Override
    public String described() {
        return text;
    }
}
