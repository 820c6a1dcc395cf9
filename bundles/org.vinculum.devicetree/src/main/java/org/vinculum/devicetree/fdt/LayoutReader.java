package org.vinculum.devicetree.fdt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.devicetree.fdt.Layout.Placed;
import org.vinculum.devicetree.fdt.Layout.Reservation;

/// Takes a blob that [FdtReader] accepts apart into a [Layout].
final class LayoutReader {
    private static final Bytes NONE = Bytes.of(new byte[0]);

    private record Range(int start, int end) {}

    private final Blob blob;
    private final byte[] content;
    private final Header header;

    LayoutReader(Blob blob) {
        this.blob = blob;
        this.content = blob.content();
        this.header = Header.read(blob);
    }

    Layout read() {
        List<Reservation> reservations = reservations();
        int reservationsEnd =
                header.reservationsOffset() + reservations.size() * Reservations.ENTRY;
        return new Layout(
                content.length,
                header,
                reservations,
                tokens(),
                Bytes.between(content, header.stringsOffset(), header.stringsEnd()),
                rest(reservationsEnd));
    }

    private List<Reservation> reservations() {
        List<Reservation> entries = new ArrayList<>();
        int at = header.reservationsOffset();
        do {
            entries.add(new Reservation(blob.u64(at), blob.u64(at + 8)));
            at += Reservations.ENTRY;
        } while (entries.getLast().size() != 0);
        return entries;
    }

    private List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        Structure structure = new Structure(blob, header);
        int nops = 0;
        while (true) {
            int kind = structure.next();
            if (kind == Structure.NOP) {
                nops++;
                continue;
            }
            if (nops > 0) {
                tokens.add(new Token.Nops(nops));
                nops = 0;
            }
            tokens.add(token(kind, structure));
            if (kind == Structure.END) {
                return tokens;
            }
        }
    }

    private Token token(int kind, Structure structure) {
        return switch (kind) {
            case Structure.BEGIN_NODE ->
                    new Token.BeginNode(payload(structure), padding(structure, 1));
            case Structure.PROPERTY ->
                    new Token.Prop(
                            structure.nameOffset(), payload(structure), padding(structure, 0));
            case Structure.END_NODE -> Token.EndNode.ONLY;
            default ->
                    new Token.End(Bytes.between(content, structure.position(), header.structEnd()));
        };
    }

    private Bytes payload(Structure structure) {
        return new Bytes(content, structure.start(), structure.length());
    }

    private Bytes padding(Structure structure, int terminator) {
        int start = structure.start() + structure.length() + terminator;
        return start == structure.position()
                ? NONE
                : Bytes.between(content, start, structure.position());
    }

    private List<Placed> rest(int reservationsEnd) {
        List<Range> blocks = new ArrayList<>();
        blocks.add(new Range(header.reservationsOffset(), reservationsEnd));
        blocks.add(new Range(header.structOffset(), header.structEnd()));
        blocks.add(new Range(header.stringsOffset(), header.stringsEnd()));
        blocks.sort(Comparator.comparingInt(Range::start).thenComparingInt(Range::end));
        blocks.add(new Range(content.length, content.length));
        List<Placed> rest = new ArrayList<>();
        int at = header.headerSize();
        for (Range block : blocks) {
            if (at < block.start) {
                rest.add(new Placed(at, Bytes.between(content, at, block.start)));
            }
            at = Math.max(at, block.end);
        }
        return rest;
    }
}
