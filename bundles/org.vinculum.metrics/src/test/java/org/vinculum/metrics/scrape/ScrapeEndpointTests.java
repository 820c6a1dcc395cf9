package org.vinculum.metrics.scrape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a scraper gets, and what a hostile client does not.
@Timeout(60)
class ScrapeEndpointTests {
    private static final String METERS = "a_meter 1.0\n";

    private final AtomicReference<UnaryOperator<String>> scrape =
            new AtomicReference<>(type -> METERS);
    private ScrapeEndpoint endpoint;

    @BeforeEach
    void listen() throws IOException {
        endpoint = new ScrapeEndpoint(0, type -> scrape.get().apply(type));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private Socket connect() throws IOException {
        return new Socket(endpoint.address().getAddress(), endpoint.address().getPort());
    }

    /// @return everything up to the end of the connection, "" when it ends at once
    private String answer(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static String request(String method, String path, String... headers) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: localhost:9464\r\nConnection: close\r\n"
                + String.join("", headers)
                + "\r\n";
    }

    private String get() throws IOException {
        return answer(request("GET", "/metrics"));
    }

    @Test
    void aScraperGetsTheMetersAsText() throws IOException {
        assertThat(get())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-type: text/plain; version=0.0.4; charset=utf-8\r\n")
                .endsWith("\r\n\r\n" + METERS);
    }

    @Test
    void aScraperThatAsksForOpenMetricsIsGivenThat() throws IOException {
        scrape.set(type -> type + "\n");

        assertThat(answer(request("GET", "/metrics", "Accept: application/openmetrics-text\r\n")))
                .endsWith(ScrapeHandler.OPEN_METRICS + "\n");
    }

    @Test
    void headersComeWithoutABody() throws IOException {
        assertThat(answer(request("HEAD", "/metrics")))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-length: " + METERS.length() + "\r\n")
                .doesNotContain(METERS);
    }

    @Test
    void otherMethodsAreRefused() throws IOException {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "BREW")) {
            assertThat(answer(request(method, "/metrics")))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET, HEAD\r\n");
        }
    }

    @Test
    void otherPathsAreNotThere() throws IOException {
        for (String path : List.of("/", "/metrics/", "/metrics/../etc/passwd", "//metrics")) {
            assertThat(answer(request("GET", path))).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void aNameFromElsewhereIsRefused() throws IOException {
        assertThat(
                        answer(
                                "GET /metrics HTTP/1.1\r\n"
                                        + "Host: evil.example\r\n"
                                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain(METERS);
        assertThat(answer("GET /metrics HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void metersThatCannotBeReadAreAnError() throws IOException {
        scrape.set(type -> {
            throw new IllegalStateException("expected by the test");
        });

        assertThat(get()).startsWith("HTTP/1.1 500 ");
        scrape.set(type -> METERS);
        assertThat(get()).endsWith(METERS);
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() {
        assertThat(endpoint.address().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> new ScrapeEndpoint(endpoint.address().getPort(), type -> METERS));
    }

    @Test
    void slowClientsKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int client = 0; client < 40; client++) {
            Socket socket = connect();
            socket.getOutputStream().write("GET /met".getBytes(ISO_8859_1));
            slow.add(socket);
        }

        assertThat(get()).endsWith(METERS);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void aFloodOfConnectionsIsOverWhenTheyAre() throws IOException {
        List<Socket> flood = new ArrayList<>();
        for (int client = 0; client < 150; client++) {
            Socket socket = connect();
            flood.add(socket);
        }
        for (Socket socket : flood) {
            socket.close();
        }

        assertThat(firstAnswer()).endsWith(METERS);
    }

    /// The server takes a moment to see that connections are gone.
    private String firstAnswer() {
        while (true) {
            try {
                String answer = get();
                if (!answer.isEmpty()) {
                    return answer;
                }
            } catch (IOException e) {
                // refused like the flood; the time-out of the test ends this
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aRequestWithoutEndDoesNoHarm() throws IOException {
        try (Socket socket = connect()) {
            byte[] line = ("X-Filler: " + "a".repeat(4000) + "\r\n").getBytes(ISO_8859_1);
            socket.getOutputStream().write("GET /metrics HTTP/1.1\r\n".getBytes(ISO_8859_1));
            for (int i = 0; i < 10_000; i++) {
                socket.getOutputStream().write(line);
            }
        } catch (IOException e) {
            assertThat(e).as("the server closes the connection").isNotNull();
        }

        assertThat(get()).endsWith(METERS);
    }

    @Test
    void aBodyIsNotReadAsARequest() throws IOException {
        String body = request("GET", "/metrics");

        assertThat(
                        answer(
                                request(
                                                "POST",
                                                "/metrics",
                                                "Content-Length: " + body.length() + "\r\n")
                                        + body))
                .startsWith("HTTP/1.1 405 ")
                .doesNotContain(METERS);
    }

    @Test
    void noiseDoesNoHarm() throws IOException {
        var random = new SplittableRandom(7);
        for (int time = 0; time < 60; time++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            try (Socket socket = connect()) {
                socket.getOutputStream().write(noise);
            }
        }

        assertThat(firstAnswer()).endsWith(METERS);
    }
}
