package org.vinculum.guest.fairness;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.workload.Workload;

/// Guests that flood, side by side.
final class Crowd implements Workload {
    private final List<Workload> floods = new ArrayList<>();

    /// @param kinds of the floods, in turn
    Crowd(Board board, int guests, List<Flood> kinds) {
        for (int i = 0; i < guests; i++) {
            Flood kind = kinds.get(i % kinds.size());
            floods.add(kind.start(board.guest("flood-" + i, kind.ram()), i));
        }
    }

    @Override
    public void step() {
        for (Workload flood : floods) {
            flood.step();
        }
    }
}
