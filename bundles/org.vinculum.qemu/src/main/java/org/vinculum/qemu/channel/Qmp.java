package org.vinculum.qemu.channel;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// QEMU's monitor for programs, as little of it as is needed: find the interrupt controller, and let the guest run.
/// For one thread at a time.
public final class Qmp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_LINES = 1000;

    // Where QEMU keeps devices that nobody named, the interrupt controller of `virt` among them.
    private static final String DEVICES = "/machine/unattached";
    private static final String CONTROLLER = "child<arm-gicv3>";

    private final Lines lines;
    private final String version;

    /// Hears QEMU's greeting, which it sends once its machine is complete.
    ///
    /// @param channel connected; belongs to this from now on
    /// @throws IOException when there is nobody, or somebody else
    public Qmp(SocketChannel channel) throws IOException {
        lines = new Lines(channel, PATIENCE, LONGEST_LINE);
        try {
            version = version(QmpMessage.parse(lines.receive()));
            execute("qmp_capabilities", "");
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static String version(QmpMessage greeting) {
        String place = "/QMP/version/qemu/";
        return greeting.value(place + "major")
                + "."
                + greeting.value(place + "minor")
                + "."
                + greeting.value(place + "micro");
    }

    /// Of QEMU, e.g. `7.2.22`.
    public String version() {
        return version;
    }

    /// Path of the GICv3 in QEMU's object tree.
    ///
    /// @throws IOException when there is none
    public String interruptController() throws IOException {
        QmpMessage devices = execute("qom-list", "{\"path\": \"" + DEVICES + "\"}");
        String name;
        for (int i = 0; !(name = devices.value("/return/" + i + "/name")).isEmpty(); i++) {
            if (devices.value("/return/" + i + "/type").equals(CONTROLLER)) {
                return DEVICES + "/" + name;
            }
        }
        throw new IOException("QEMU " + version + " has no " + CONTROLLER + " in " + DEVICES);
    }

    /// Starts the guest's processors.
    public void proceed() throws IOException {
        execute("cont", "");
    }

    /// Ends QEMU.
    public void quit() throws IOException {
        execute("quit", "");
    }

    private QmpMessage execute(String command, String arguments) throws IOException {
        String more = arguments.isEmpty() ? "" : ", \"arguments\": " + arguments;
        lines.send("{\"execute\": \"" + command + "\"" + more + "}\n");
        for (int i = 0; i < MOST_LINES; i++) {
            QmpMessage message = QmpMessage.parse(lines.receive());
            if (message.isAnswer()) {
                return accepted(command, message);
            }
        }
        throw new IOException("QEMU speaks of other things than " + command);
    }

    private static QmpMessage accepted(String command, QmpMessage answer) throws IOException {
        String error = answer.value("/error/desc");
        if (!error.isEmpty()) {
            throw new IOException("QEMU refused " + command + ": " + error);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
