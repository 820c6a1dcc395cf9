package org.vinculum.toolstack.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestFirmwareWriter.Requesters;
import org.vinculum.memory.StreamId;

/// What the virtual host bridge makes of requester IDs, the same in every format of the guest's firmware.
///
/// One run maps the whole block of the bridge. A function whose ID lies elsewhere, because the user fixed it or because
/// it shares the stream of another, splits that run: no two runs overlap, so their order does not matter.
public final class RequesterRuns {
    // 16 buses; requester IDs above it belong to no function
    private static final int BLOCK = 0x1000;

    private final SortedMap<Integer, BoundStream> functions;
    private final BoundStream block;
    private final List<Requesters> runs = new ArrayList<>();

    private RequesterRuns(SortedMap<Integer, BoundStream> functions) {
        this.functions = functions;
        this.block = blockOwner();
    }

    /// @param functions the virtual stream of each requester ID
    public static List<Requesters> of(SortedMap<Integer, BoundStream> functions) {
        return new RequesterRuns(functions).cut();
    }

    private List<Requesters> cut() {
        int from = 0;
        for (Map.Entry<Integer, BoundStream> function : functions.entrySet()) {
            int vrid = function.getKey();
            BoundStream stream = function.getValue();
            if (block != null
                    && stream.viommu() == block.viommu()
                    && base(vrid, stream) == base(block)) {
                continue;
            }
            addBlock(from, vrid);
            runs.add(new Requesters(vrid, 1, stream.viommu(), stream.vsid()));
            from = vrid + 1;
        }
        addBlock(from, BLOCK);
        return List.copyOf(runs);
    }

    private void addBlock(int from, int to) {
        if (block != null && from < to) {
            runs.add(
                    new Requesters(
                            from, to - from, block.viommu(), StreamId.of(base(block) + from)));
        }
    }

    // The first function that stands at its own place of a block: one that starts at a multiple of
    // 0x1000, where no platform stream can be.
    private BoundStream blockOwner() {
        for (Map.Entry<Integer, BoundStream> function : functions.entrySet()) {
            BoundStream stream = function.getValue();
            if (stream.vrid().isPresent()
                    && stream.vrid().getAsInt() == function.getKey()
                    && base(stream) >= BLOCK
                    && base(stream) % BLOCK == 0) {
                return stream;
            }
        }
        return null;
    }

    private static long base(BoundStream stream) {
        return base(stream.vrid().orElseThrow(), stream);
    }

    private static long base(int vrid, BoundStream stream) {
        return stream.vsid().unsigned() - vrid;
    }
}
