package org.vinculum.live;

import org.osgi.annotation.versioning.ConsumerType;

/// Who watches a live guest. Called from any thread; must return soon.
@ConsumerType
public interface LiveAudience {
    /// What the guest printed, piece by piece as it came.
    void console(String text);

    /// What is going on, one line.
    void progress(String line);
}
