package org.vinculum.qemu.process;

/// What must be done should the JVM end before it is done anyway.
final class Ending {
    private final Thread hook;

    Ending(String name, Runnable task) {
        hook = Thread.ofPlatform().name(name).unstarted(task);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// It was done.
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM ends already, and does it once more, which harms nobody.
            return;
        }
    }
}
