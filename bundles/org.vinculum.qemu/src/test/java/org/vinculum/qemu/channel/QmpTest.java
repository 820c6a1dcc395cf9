package org.vinculum.qemu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QmpTest {
    private static final String GREETING =
            """
            {"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": "Debian"}, "capabilities": ["oob"]}}
            {"return": {}}
            """;

    private SocketPair sockets;

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException {
        sockets = new SocketPair(folder);
    }

    @AfterEach
    void disconnect() throws IOException {
        sockets.close();
    }

    @Test
    void theGreetingTellsTheVersion() throws IOException {
        sockets.say(GREETING);

        try (Qmp qmp = new Qmp(sockets.ours)) {
            assertThat(qmp.version()).isEqualTo("7.2.22");
        }
        assertThat(sockets.hear(32)).isEqualTo("{\"execute\": \"qmp_capabilities\"}\n");
    }

    @Test
    void theInterruptControllerIsFoundByItsType() throws IOException {
        sockets.say(GREETING);
        sockets.say(
                "{\"return\": [{\"name\": \"device[3]\", \"type\": \"child<arm-gicv3-its>\"},"
                        + " {\"name\": \"device[2]\", \"type\": \"child<arm-gicv3>\"}]}\n");

        try (Qmp qmp = new Qmp(sockets.ours)) {
            assertThat(qmp.interruptController()).isEqualTo("/machine/unattached/device[2]");
        }
    }

    @Test
    void aMachineWithoutOneIsAnError() throws IOException {
        sockets.say(GREETING);
        sockets.say("{\"return\": []}\n");

        try (Qmp qmp = new Qmp(sockets.ours)) {
            assertThatThrownBy(qmp::interruptController)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("arm-gicv3");
        }
    }

    @Test
    void eventsAreNobodysAnswer() throws IOException {
        sockets.say(GREETING);
        sockets.say("{\"event\": \"RESUME\", \"data\": {\"return\": 1}}\n");
        sockets.say("{\"error\": {\"class\": \"GenericError\", \"desc\": \"not now\"}}\n");

        try (Qmp qmp = new Qmp(sockets.ours)) {
            assertThatThrownBy(qmp::proceed)
                    .isInstanceOf(IOException.class)
                    .hasMessage("QEMU refused cont: not now");
        }
    }

    @Test
    void somebodyElseIsAnError() throws IOException {
        sockets.say("220 mail.example ESMTP\n");

        assertThatThrownBy(() -> new Qmp(sockets.ours)).isInstanceOf(IOException.class);
    }
}
