package org.vinculum.swap.around;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// What a model is made with in place of the surroundings of a place, so that it reaches them from the moment at which it takes
/// over to the moment at which another one does, whatever threads of its own still run afterwards.
///
/// In the beginning it reaches nothing. A call that is on its way when [#revoke] is called still arrives, and so does what is
/// done with a [Ram] that a model has in hand. Whoever has been cut off stays so until [#renew].
public final class RevocableSurroundings implements PhysicalMemory, InterruptLines, Endpoints {
    private volatile PhysicalMemory memory;
    private volatile IommuSurroundings reached;
    private volatile Queue<Consumer<IommuSurroundings>> held;
    private volatile Releases releases;
    private boolean revoked;

    /// As the model is to be made with it.
    public IommuSurroundings surroundings() {
        return new IommuSurroundings(this, this, this);
    }

    /// Lets it see memory, and keeps what it says to interrupts and devices until it is certain that it takes over.
    ///
    /// @throws IllegalStateException when it has been cut off: somebody comes too late
    public synchronized void hold(IommuSurroundings around) {
        check();
        held = new ConcurrentLinkedQueue<>();
        memory = around.memory();
    }

    /// Lets it reach everything, beginning with what it has said since [#hold].
    ///
    /// @throws IllegalStateException when it has been cut off
    public void open(IommuSurroundings around) {
        Queue<Consumer<IommuSurroundings>> said = opened(around);
        if (said != null) {
            said.forEach(one -> one.accept(around));
        }
    }

    private synchronized Queue<Consumer<IommuSurroundings>> opened(IommuSurroundings around) {
        check();
        Queue<Consumer<IommuSurroundings>> said = held;
        memory = around.memory();
        reached = around;
        held = null;
        return said;
    }

    private void check() {
        if (revoked) {
            throw new IllegalStateException("too late");
        }
    }

    /// Makes it as it was in the beginning, after it has been cut off.
    public synchronized void renew() {
        revoked = false;
    }

    /// Cuts it off.
    public synchronized void revoke() {
        revoked = true;
        reached = null;
        memory = null;
        held = null;
        releases = null;
    }

    /// Tells somebody of every stall that it ends, before the device learns of it; null for nobody.
    public void watch(Releases told) {
        releases = told;
    }

    @Override
    public Ram ram(long address) {
        PhysicalMemory now = memory;
        return now == null ? null : now.ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        IommuSurroundings now = reached;
        if (now != null) {
            return now.memory().writeInt(address, value);
        }
        return keep(around -> around.memory().writeInt(address, value));
    }

    @Override
    public void raise(Line line) {
        IommuSurroundings now = reached;
        if (now != null) {
            now.interrupts().raise(line);
        } else if (line != Line.CMD_SYNC) {
            // whoever takes a state over has executed no command yet
            keep(around -> around.interrupts().raise(line));
        }
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        IommuSurroundings now = reached;
        if (now != null) {
            return now.endpoints().invalidate(streamId, substreamId, address, size, global);
        }
        return keep(around ->
                around.endpoints().invalidate(streamId, substreamId, address, size, global));
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        IommuSurroundings now = reached;
        if (now != null) {
            now.endpoints().respond(streamId, substreamId, group, response);
        } else {
            keep(around -> around.endpoints().respond(streamId, substreamId, group, response));
        }
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        IommuSurroundings now = reached;
        if (now == null) {
            keep(_ -> release(streamId, stag, release));
            return;
        }
        Releases told = releases;
        if (told != null) {
            told.released(streamId, stag);
        }
        now.endpoints().release(streamId, stag, release);
    }

    private boolean keep(Consumer<IommuSurroundings> said) {
        Queue<Consumer<IommuSurroundings>> now = held;
        return now != null && now.add(said);
    }

    /// Learns which stalls end.
    @FunctionalInterface
    public interface Releases {
        void released(int streamId, int stag);
    }
}
