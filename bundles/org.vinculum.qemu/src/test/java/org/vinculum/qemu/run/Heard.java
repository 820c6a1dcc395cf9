package org.vinculum.qemu.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vinculum.live.LiveAudience;

/// Keeps what an audience hears.
final class Heard implements LiveAudience {
    final StringBuffer console = new StringBuffer();
    final List<String> progress = new CopyOnWriteArrayList<>();
    volatile Runnable onConsole = () -> {};

    @Override
    public void console(String text) {
        console.append(text);
        onConsole.run();
    }

    @Override
    public void progress(String line) {
        progress.add(line);
    }
}
