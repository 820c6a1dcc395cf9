package org.vinculum.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;

class LogLineTest {
    /// What is printed after the time of day.
    private static String line(String message, Throwable exception) {
        Map<String, Object> answers =
                Map.of("getMessage", message, "getTime", 0L, "getLogLevel", LogLevel.ERROR);
        LogEntry entry =
                (LogEntry)
                        Proxy.newProxyInstance(
                                LogLineTest.class.getClassLoader(),
                                new Class<?>[] {LogEntry.class},
                                (_, method, _) ->
                                        method.getName().equals("getException")
                                                ? exception
                                                : answers.get(method.getName()));
        String line = LogLine.of(entry);
        return line.substring(line.indexOf(' ') + 1);
    }

    @Test
    void anEntryWithoutAnExceptionIsItsMessage() {
        assertThat(line("deployed", null)).isEqualTo("ERROR: deployed");
    }

    @Test
    void causesAreToldDownToTheFirst() {
        var cause = new IllegalStateException("no licence", new RuntimeException("expired"));

        assertThat(line("cannot start", new Exception("activator", cause)))
                .isEqualTo("ERROR: cannot start: activator: no licence: expired");
    }

    @Test
    void anExceptionWithoutWordsOfItsOwnIsPassedOver() {
        var thrown = new InvocationTargetException(new IllegalStateException("no licence"));

        assertThat(line("not made", thrown)).isEqualTo("ERROR: not made: no licence");
    }

    @Test
    void whatHasBeenSaidIsNotSaidAgain() {
        var cause = new IllegalStateException("no licence");

        assertThat(line("not made: no licence", new RuntimeException(cause)))
                .isEqualTo("ERROR: not made: no licence: " + cause);
    }

    @Test
    void causesInARingEnd() {
        var one = new Exception("one");
        one.initCause(new Exception("other", one));

        assertThat(line("failed", one)).isEqualTo("ERROR: failed: one: other");
    }
}
