package org.vinculum.smmu.translation;

import java.lang.ref.WeakReference;
import org.vinculum.smmu.walk.Walk;

/// A walk for each thread that looks at tables, used again and again.
///
/// Threads hold theirs weakly: they are those of devices and live longer than this engine, and what stays with them would keep
/// the classes of a bundle that has been replaced.
final class Walks {
    private final ThreadLocal<WeakReference<Walk>> ofThread = new ThreadLocal<>();

    Walk get() {
        WeakReference<Walk> held = ofThread.get();
        Walk walk = held == null ? null : held.get();
        return walk == null ? another() : walk;
    }

    private Walk another() {
        Walk walk = new Walk();
        ofThread.set(new WeakReference<>(walk));
        return walk;
    }
}
