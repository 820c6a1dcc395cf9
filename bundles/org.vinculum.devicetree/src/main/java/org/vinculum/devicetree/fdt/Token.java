package org.vinculum.devicetree.fdt;

/// One token of a structure block with its payload and the bytes that align what follows (DTSpec 0.4, 5.4.1).
sealed interface Token {
    /// Bytes in the block.
    int size();

    /// FDT_BEGIN_NODE.
    ///
    /// @param name without its NUL
    /// @param padding after the NUL, 0 to 3 bytes
    record BeginNode(Bytes name, Bytes padding) implements Token {
        @Override
        public int size() {
            return 4 + name.length() + 1 + padding.length();
        }
    }

    /// FDT_PROP.
    ///
    /// @param nameOffset in the strings block
    /// @param padding after the value, 0 to 3 bytes
    record Prop(int nameOffset, Bytes value, Bytes padding) implements Token {
        @Override
        public int size() {
            return 12 + value.length() + padding.length();
        }
    }

    /// FDT_END_NODE.
    record EndNode() implements Token {
        static final EndNode ONLY = new EndNode();

        @Override
        public int size() {
            return 4;
        }
    }

    /// FDT_NOP, `count` in a row; a deleted node of a live tree leaves thousands.
    record Nops(int count) implements Token {
        @Override
        public int size() {
            return 4 * count;
        }
    }

    /// FDT_END.
    ///
    /// @param after bytes of the block after the token; there should be none
    record End(Bytes after) implements Token {
        @Override
        public int size() {
            return 4 + after.length();
        }
    }
}
