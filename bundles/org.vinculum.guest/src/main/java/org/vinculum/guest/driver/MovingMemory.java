package org.vinculum.guest.driver;

import org.vinculum.memory.PhysicalMemory;

/// Memory of a guest that is moved to another machine while its driver runs. The driver asks again for what it has of it.
public interface MovingMemory extends PhysicalMemory {
    /// Another number after each move.
    int place();
}
