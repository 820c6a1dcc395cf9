package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads the blocks between braces into a tree, each item where a block says it belongs.
///
/// A block that defines a node and a block that changes one differ: in the first a second definition of the same name
/// is an error, in the second it is a further change.
final class NodeReader {
    /// Nodes above the deepest one.
    static final int MAX_DEPTH = 64;

    private final TokenStream tokens;
    private final SourceTree tree;
    private final ValueReader values;
    private final Deque<Block> blocks = new ArrayDeque<>();

    /// A block whose closing brace has not come yet.
    private static final class Block {
        final SourceNode node;
        final boolean defines;
        boolean hasChildren;

        Block(SourceNode node, boolean defines) {
            this.node = node;
            this.defines = defines;
        }
    }

    NodeReader(TokenStream tokens, SourceTree tree, ValueReader values) {
        this.tokens = tokens;
        this.tree = tree;
        this.values = values;
    }

    /// Reads `{ ... };` into a node that the block defines.
    void define(SourceNode node) {
        read(new Block(node, true));
    }

    /// Reads `{ ... };` as changes to a node.
    void change(SourceNode node) {
        read(new Block(node, false));
    }

    private void read(Block outermost) {
        open(outermost);
        while (!blocks.isEmpty()) {
            if (tokens.skip(Mark.CLOSE_BRACE)) {
                tokens.require(Mark.SEMICOLON, " after a node's closing brace");
                blocks.pop();
            } else {
                readItem(blocks.getFirst());
            }
        }
    }

    private void open(Block block) {
        tokens.require(Mark.OPEN_BRACE, " before a node's content");
        blocks.push(block);
    }

    private void readItem(Block block) {
        List<String> labels = List.of();
        boolean omit = false;
        while (true) {
            if (tokens.current() instanceof Token.Label(String label)) {
                labels = labels.isEmpty() ? new ArrayList<>(2) : labels;
                labels.add(label);
                tree.budget().takeItem(tokens.place());
            } else if (tokens.at(Keyword.OMIT_IF_NO_REF)) {
                omit = true;
            } else {
                break;
            }
            tokens.advance();
        }
        readDefinition(block, labels, omit);
    }

    private void readDefinition(Block block, List<String> labels, boolean omit) {
        Place place = tokens.place();
        if (tokens.skip(Keyword.DELETE_NODE)) {
            block.hasChildren = true;
            deleteNode(block, tokens.requireName(" of a node after /delete-node/"), place);
        } else if (!omit && tokens.skip(Keyword.DELETE_PROPERTY)) {
            deleteProperty(
                    block, tokens.requireName(" of a property after /delete-property/"), place);
        } else {
            String name = tokens.requireName(" of a property or node, or '}'");
            if (omit || tokens.at(Mark.OPEN_BRACE)) {
                readNode(block, name, labels, omit, place);
            } else {
                readProperty(block, name, labels, place);
            }
        }
    }

    private void readNode(
            Block block, String name, List<String> labels, boolean omit, Place place) {
        block.hasChildren = true;
        SourceNode old = block.node.childOrPlaceholder(name);
        boolean changes = !block.defines && old != null;
        if (block.defines && old != null && !old.isDeleted()) {
            throw place.expected("a node name not used before in this block", Readable.text(name));
        }
        SourceNode node = changes ? old : newChild(block.node, name, place);
        node.revive();
        if (changes) {
            node.labels().addMerged(labels);
        } else {
            node.labels().addDefined(labels);
            if (omit) {
                node.omitUnlessReferenced();
            }
        }
        tree.register(node, labels);
        open(new Block(node, !changes));
    }

    private SourceNode newChild(SourceNode parent, String name, Place place) {
        SourceNode node = new SourceNode(name, place, parent);
        if (node.depth() > MAX_DEPTH) {
            throw place.expected("nodes at most " + MAX_DEPTH + " deep", "one more");
        }
        tree.budget().takeItem(place);
        parent.add(node);
        return node;
    }

    private void readProperty(Block block, String name, List<String> labels, Place place) {
        requireBeforeNodes(block, place);
        SourceProperty old = block.node.propertyOrPlaceholder(name);
        if (block.defines && old != null && !old.isDeleted()) {
            throw place.expected("a property not set before in this block", Readable.text(name));
        }
        SourceValue value = readValue();
        if (!block.defines && old != null) {
            old.redefine(value, labels);
        } else {
            tree.budget().takeItem(place);
            SourceProperty property = new SourceProperty(name, place, value);
            property.labels().addDefined(labels);
            block.node.add(property);
        }
    }

    private SourceValue readValue() {
        SourceValue value = SourceValue.EMPTY;
        if (tokens.skip(Mark.ASSIGN)) {
            value = values.read();
            tokens.require(Mark.SEMICOLON, " or ',' after a value");
        } else if (!tokens.skip(Mark.SEMICOLON)) {
            throw tokens.expected("'=' or ';' after a property's name, or '{' after a node's");
        }
        return value;
    }

    private static void requireBeforeNodes(Block block, Place place) {
        if (block.hasChildren) {
            throw place.expected("only nodes, as properties come before them", "a property");
        }
    }

    private void deleteNode(Block block, String name, Place place) {
        SourceNode old = block.node.childOrPlaceholder(name);
        if (!block.defines) {
            delete(old);
        } else if (old == null) {
            delete(newChild(block.node, name, place));
        } else if (!old.isDeleted()) {
            throw place.expected(
                    "a node of an earlier block", Readable.text(name) + " of this one");
        }
        tokens.require(Mark.SEMICOLON, " after /delete-node/");
    }

    private void delete(SourceNode node) {
        if (node != null) {
            tree.delete(node);
        }
    }

    /// Where a block defines its node, a property set in that block stays: dtc keeps it, and its bytes are the measure.
    private void deleteProperty(Block block, String name, Place place) {
        requireBeforeNodes(block, place);
        SourceProperty old = block.node.propertyOrPlaceholder(name);
        if (block.defines && old == null) {
            tree.budget().takeItem(place);
            block.node.add(SourceProperty.placeholder(name, place));
        } else if (!block.defines && old != null) {
            old.delete();
        }
        tokens.require(Mark.SEMICOLON, " after /delete-property/");
    }
}
