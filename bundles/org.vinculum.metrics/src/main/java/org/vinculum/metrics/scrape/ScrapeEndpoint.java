package org.vinculum.metrics.scrape;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// Answers `GET /metrics` on the loopback address, and nothing else.
///
/// Every connection has a virtual thread of its own, so that a slow client keeps nobody waiting; their number and the time
/// for a request are limited by [Limits].
public final class ScrapeEndpoint implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("vinculum-metrics-", 0).factory());

    /// @param port 0 for any that is free
    /// @param scrape the text for a content type
    /// @throws IOException when the port is taken
    public ScrapeEndpoint(int port, UnaryOperator<String> scrape) throws IOException {
        Limits.set();
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", new ScrapeHandler(scrape));
        server.start();
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /// What a scraper asks for.
    public String location() {
        return "http://"
                + address().getHostString()
                + ":"
                + address().getPort()
                + ScrapeHandler.PATH;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
