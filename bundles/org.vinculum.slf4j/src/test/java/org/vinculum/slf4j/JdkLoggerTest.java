package org.vinculum.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkLoggerTest {
    private static final String NAME = "org.vinculum.slf4j.test";

    private final List<LogRecord> records = new ArrayList<>();
    private final Logger jdk = Logger.getLogger(NAME);
    private final org.slf4j.Logger logger = new JdkLoggers().getLogger(NAME);
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord logged) {
                    records.add(logged);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        jdk.setUseParentHandlers(false);
        jdk.addHandler(handler);
    }

    @AfterEach
    void leave() {
        jdk.removeHandler(handler);
    }

    @Test
    void aWarningArrivesWithItsArgumentsPutIn() {
        logger.warn("{} of {}", 3, "four");

        assertThat(records)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.getMessage()).isEqualTo("3 of four");
                    assertThat(r.getLevel()).isEqualTo(Level.WARNING);
                });
    }

    @Test
    void anErrorArrivesWithWhatWasThrown() {
        var thrown = new IllegalStateException("why");

        logger.error("that", thrown);

        assertThat(records)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.getLevel()).isEqualTo(Level.SEVERE);
                    assertThat(r.getThrown()).isSameAs(thrown);
                });
    }

    @Test
    void newsIsDropped() {
        logger.info("started");

        assertThat(records).isEmpty();
    }
}
