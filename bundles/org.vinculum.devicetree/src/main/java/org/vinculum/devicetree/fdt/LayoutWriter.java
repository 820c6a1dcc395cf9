package org.vinculum.devicetree.fdt;

import org.vinculum.devicetree.fdt.Layout.Placed;
import org.vinculum.devicetree.fdt.Layout.Reservation;

/// Encodes a [Layout] again, field by field and token by token.
final class LayoutWriter {
    private final Layout layout;
    private final Cells out;

    LayoutWriter(Layout layout) {
        this.layout = layout;
        this.out = new Cells(layout.length());
    }

    byte[] write() {
        header(layout.header());
        out.moveTo(layout.header().reservationsOffset());
        for (Reservation reservation : layout.reservations()) {
            out.u64(reservation.start());
            out.u64(reservation.size());
        }
        out.moveTo(layout.header().structOffset());
        for (Token token : layout.tokens()) {
            token(token);
        }
        out.moveTo(layout.header().stringsOffset());
        out.bytes(layout.strings());
        for (Placed placed : layout.rest()) {
            out.moveTo(placed.offset());
            out.bytes(placed.bytes());
        }
        return out.bytes();
    }

    private void header(Header header) {
        out.u32(Header.MAGIC);
        out.u32(header.totalSize());
        out.u32(header.structOffset());
        out.u32(header.stringsOffset());
        out.u32(header.reservationsOffset());
        out.u32(header.version());
        out.u32(header.lastCompatible());
        out.u32(header.bootCpu());
        out.u32(header.stringsSize());
        if (header.headerSize() == Header.SIZE) {
            out.u32(header.structSize());
        }
    }

    private void token(Token token) {
        switch (token) {
            case Token.BeginNode(var name, var padding) -> {
                out.u32(Structure.BEGIN_NODE);
                out.bytes(name);
                out.u8(0);
                out.bytes(padding);
            }
            case Token.Prop(var nameOffset, var value, var padding) -> {
                out.u32(Structure.PROPERTY);
                out.u32(value.length());
                out.u32(nameOffset);
                out.bytes(value);
                out.bytes(padding);
            }
            case Token.EndNode() -> out.u32(Structure.END_NODE);
            case Token.Nops(var count) -> {
                for (int i = 0; i < count; i++) {
                    out.u32(Structure.NOP);
                }
            }
            case Token.End(var after) -> {
                out.u32(Structure.END);
                out.bytes(after);
            }
        }
    }
}
