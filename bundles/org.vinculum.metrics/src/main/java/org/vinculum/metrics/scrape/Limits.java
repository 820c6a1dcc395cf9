package org.vinculum.metrics.scrape;

/// What one client can take from the JDK's HTTP server at most. The server reads these properties once, before its first use;
/// what somebody has set already stays.
final class Limits {
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = 10;
    private static final int HEADERS = 64;
    private static final int HEADER_BYTES = 16 << 10;

    private Limits() {}

    static void set() {
        set("jdk.httpserver.maxConnections", CONNECTIONS);
        set("sun.net.httpserver.maxReqTime", SECONDS);
        set("sun.net.httpserver.maxRspTime", SECONDS);
        set("sun.net.httpserver.maxReqHeaders", HEADERS);
        set("sun.net.httpserver.maxReqHeaderSize", HEADER_BYTES);
    }

    private static void set(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }
}
