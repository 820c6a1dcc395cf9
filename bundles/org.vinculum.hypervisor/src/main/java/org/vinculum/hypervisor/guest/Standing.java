package org.vinculum.hypervisor.guest;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.vinculum.hypervisor.guest.emulator.SwappableIommu;

/// How a virtual IOMMU stands to its guest, and the lock under which that changes and everything else is done with it but
/// reads.
final class Standing {
    enum Life {
        RUNNING,
        /// Nothing more is done for the guest, what has happened is still told.
        ENDING,
        /// Saved; the guest is told nothing.
        STILL,
        GONE
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition occupied = lock.newCondition();
    private final SwappableIommu virtual;
    private final CommandFlow flow;
    private Life life = Life.RUNNING;

    Standing(SwappableIommu virtual, CommandFlow flow) {
        this.virtual = virtual;
        this.flow = flow;
    }

    void lock() {
        lock.lock();
    }

    /// Takes the lock as soon as somebody is in the place, or nobody will be any more.
    void enter() {
        lock.lock();
        while (virtual.vacant() && life != Life.GONE) {
            occupied.awaitUninterruptibly();
        }
    }

    void unlock() {
        lock.unlock();
    }

    /// For what is done whether somebody is in the place or not.
    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    Life life() {
        return life;
    }

    void life(Life now) {
        life = now;
        occupied.signalAll();
    }

    boolean running() {
        return life == Life.RUNNING;
    }

    /// Somebody is in the place again.
    void occupied() {
        occupied.signalAll();
        look();
    }

    /// Hosts have moved, or something has been told.
    void look() {
        if (running()) {
            flow.look();
        }
    }

    /// Stops the guest's commands, once what has been given to the hosts is done.
    void halt(int rounds) {
        life(Life.ENDING);
        flow.halt();
        flow.drain(rounds);
    }
}
