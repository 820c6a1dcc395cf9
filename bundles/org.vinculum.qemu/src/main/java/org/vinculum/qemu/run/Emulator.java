package org.vinculum.qemu.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.vinculum.qemu.channel.Listener;
import org.vinculum.qemu.channel.QemuInterrupts;
import org.vinculum.qemu.channel.Qmp;
import org.vinculum.qemu.channel.Qtest;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.process.QemuProcess;

/// A QEMU with its two sockets.
final class Emulator implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Owned owned = new Owned();
    private final Listener monitors;
    private final Listener tests;
    private final QemuProcess process;
    private Qmp monitor;

    /// Starts it; the thread that does has to stay until its end.
    ///
    /// @param command as made with `files`
    /// @param printed hears the guest's console
    Emulator(
            List<String> command,
            QemuCommand.Files files,
            Programs programs,
            Consumer<String> printed)
            throws IOException {
        try {
            monitors = owned.add(new Listener(files.monitor()));
            tests = owned.add(new Listener(files.test()));
            process = owned.add(new QemuProcess(command, programs, printed));
        } catch (IOException | RuntimeException e) {
            try (owned) {
                throw e;
            }
        }
    }

    QemuProcess process() {
        return process;
    }

    /// Waits until the machine is complete, every file read, and lets interrupts through.
    ///
    /// @return the version of QEMU
    /// @throws IOException when that does not come, be it because QEMU ends
    String connect(QemuInterrupts interrupts) throws IOException {
        monitor = owned.add(new Qmp(monitors.accept(START, process::isAlive)));
        Qtest test = owned.add(new Qtest(tests.accept(START, process::isAlive)));
        interrupts.connect(test, monitor.interruptController());
        return monitor.version();
    }

    /// Lets the guest run.
    void proceed() throws IOException {
        monitor.proceed();
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
