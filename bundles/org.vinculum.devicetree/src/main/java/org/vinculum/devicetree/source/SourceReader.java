package org.vinculum.devicetree.source;

import java.util.List;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

/// Reads what stands outside of all braces: version, reservations, and the blocks for nodes in order.
final class SourceReader {
    private final TokenStream tokens;
    private final SourceTree tree;
    private final ValueReader values;
    private final NodeReader nodes;

    private SourceReader(TokenStream tokens) {
        this.tokens = tokens;
        Place start = tokens.place();
        this.tree = new SourceTree(readHeaders(tokens), start);
        this.values = new ValueReader(tokens, tree.budget());
        this.nodes = new NodeReader(tokens, tree, values);
    }

    static SourceTree read(InputFile input) {
        SourceReader reader = new SourceReader(new TokenStream(input));
        reader.readReservations();
        reader.readBlocks();
        return reader.tree;
    }

    /// One or more times `/dts-v1/;`, each with or each without `/plugin/;`.
    private static boolean readHeaders(TokenStream tokens) {
        tokens.require(Keyword.DTS_V1, " at the beginning");
        boolean plugin = readPlugin(tokens);
        Place place = tokens.place();
        while (tokens.skip(Keyword.DTS_V1)) {
            if (readPlugin(tokens) != plugin) {
                throw place.expected("/plugin/ after each /dts-v1/ or after none", "both");
            }
            place = tokens.place();
        }
        return plugin;
    }

    private static boolean readPlugin(TokenStream tokens) {
        tokens.require(Mark.SEMICOLON, " after /dts-v1/");
        if (!tokens.skip(Keyword.PLUGIN)) {
            return false;
        }
        tokens.require(Mark.SEMICOLON, " after /plugin/");
        return true;
    }

    private void readReservations() {
        while (!tokens.at(Mark.SLASH) && !(tokens.current() instanceof Token.Target)) {
            while (tokens.current() instanceof Token.Label) {
                tree.budget().takeItem(tokens.place());
                tokens.advance();
            }
            Place place = tokens.place();
            tokens.require(Keyword.MEMRESERVE, ", '/' or a reference");
            tree.budget().takeItem(place);
            tree.reservations().add(reservation(values.readInteger(), values.readInteger(), place));
            tokens.require(Mark.SEMICOLON, " after a reservation");
        }
    }

    private static AddressRange reservation(long start, long size, Place place) {
        if (size != 0 && Long.compareUnsigned(start + (size - 1), start) < 0) {
            throw place.expected("a reservation that ends within 64 bits", "one that wraps around");
        }
        return AddressRange.of(start, size);
    }

    private void readBlocks() {
        if (tokens.skip(Mark.SLASH)) {
            nodes.define(tree.root());
        }
        while (!(tokens.current() instanceof Token.End)) {
            readBlock();
        }
    }

    private void readBlock() {
        if (tokens.skip(Mark.SLASH)) {
            nodes.change(tree.root());
        } else if (tokens.skip(Keyword.DELETE_NODE)) {
            tree.delete(readDeletable());
        } else if (tokens.skip(Keyword.OMIT_IF_NO_REF)) {
            readTarget().omitUnlessReferenced();
            tokens.require(Mark.SEMICOLON, " after /omit-if-no-ref/");
        } else if (tokens.current() instanceof Token.Label(String label)) {
            tokens.advance();
            readLabelled(label);
        } else if (tokens.current() instanceof Token.Target(String target)) {
            readReferenced(target);
        } else {
            throw tokens.expected("'/', a reference, a keyword or the end of the file");
        }
    }

    private SourceNode readDeletable() {
        Place place = tokens.place();
        SourceNode node = readTarget();
        if (node == tree.root()) {
            throw place.expected("a node below the root after /delete-node/", "the root");
        }
        tokens.require(Mark.SEMICOLON, " after /delete-node/");
        return node;
    }

    /// The existing node that the reference at the cursor means.
    private SourceNode readTarget() {
        Place place = tokens.place();
        if (!(tokens.current() instanceof Token.Target(String target))) {
            throw tokens.expected("a reference like &label, &{/path} or &{label/path}");
        }
        SourceNode node = tree.find(target, place);
        if (node == null) {
            throw unknown(target, place);
        }
        tokens.advance();
        return node;
    }

    private void readLabelled(String label) {
        Place place = tokens.place();
        SourceNode node = readTarget();
        tree.budget().takeItem(place);
        node.labels().addMerged(List.of(label));
        tree.register(node, List.of(label));
        nodes.change(node);
    }

    /// Changes to an existing node, or in a plugin a fragment for a node of another tree; by path it always is one.
    private void readReferenced(String target) {
        Place place = tokens.place();
        SourceNode node = tree.find(target, place);
        tokens.advance();
        boolean elsewhere = target.startsWith("/") || node == null && target.indexOf('/') < 0;
        if (tree.plugin() && elsewhere) {
            nodes.define(Fragments.add(tree, target, place));
        } else if (node != null) {
            nodes.change(node);
        } else {
            throw unknown(target, place);
        }
    }

    private static UnreadableInputException unknown(String target, Place place) {
        return place.expected("the label or path of a node", Readable.reference(target));
    }
}
