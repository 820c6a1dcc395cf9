package org.vinculum.hypervisor.stage2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a stage 2 shall say, as ranges.
final class ExpectedMap {
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();

    /// @param ipa first address
    /// @param physical where it leads
    record Piece(long ipa, long physical, long size, boolean ram) {
        private Piece part(long from, long to) {
            return new Piece(from, physical + from - ipa, to - from, ram);
        }

        long output(long address) {
            return physical + address - ipa;
        }
    }

    List<Piece> pieces() {
        return new ArrayList<>(pieces.values());
    }

    boolean anythingIn(long ipa, long size) {
        Map.Entry<Long, Piece> last = pieces.lowerEntry(ipa + size);
        return last != null && last.getKey() + last.getValue().size() > ipa;
    }

    /// What is there; null for nothing.
    Piece at(long address) {
        Map.Entry<Long, Piece> piece = pieces.floorEntry(address);
        return piece == null || piece.getKey() + piece.getValue().size() <= address
                ? null
                : piece.getValue();
    }

    void map(Piece piece) {
        pieces.put(piece.ipa(), piece);
    }

    void unmap(long ipa, long size) {
        for (Piece piece : pieces()) {
            long end = piece.ipa() + piece.size();
            if (end <= ipa || piece.ipa() >= ipa + size) {
                continue;
            }
            pieces.remove(piece.ipa());
            if (piece.ipa() < ipa) {
                map(piece.part(piece.ipa(), ipa));
            }
            if (end > ipa + size) {
                map(piece.part(ipa + size, end));
            }
        }
    }
}
