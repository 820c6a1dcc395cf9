package org.vinculum.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;

/// An HTTP server of Felix's on the loopback address.
///
/// It is configured directly and not through the configuration admin, which would keep the configuration beyond a crash,
/// and would make and end the server at moments of its own.
final class LoopbackServer implements AutoCloseable {
    private static final String NAME = "vinculum.console";
    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String ENDPOINTS = "osgi.http.endpoint";
    private static final int THREADS = 16;

    private final BundleContext context;
    private final ManagedServiceFactory servers;

    private LoopbackServer(BundleContext context, ManagedServiceFactory servers) {
        this.context = context;
        this.servers = servers;
    }

    /// @param servers makes them
    /// @param port 0 for any that is free
    /// @throws IOException when the port is taken
    static LoopbackServer open(BundleContext context, ManagedServiceFactory servers, int port)
            throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        // the server would say the same in a screen of its own words
        new ServerSocket(port, 1, loopback).close();
        LoopbackServer server = new LoopbackServer(context, servers);
        try {
            servers.updated(NAME, settings(loopback, port));
        } catch (ConfigurationException e) {
            throw new IOException(e);
        }
        if (server.location().isEmpty()) {
            server.close();
            throw new IOException("the server did not start");
        }
        return server;
    }

    private static Dictionary<String, Object> settings(InetAddress loopback, int port) {
        Dictionary<String, Object> settings = new Hashtable<>();
        settings.put("org.apache.felix.http.name", NAME);
        settings.put("org.apache.felix.http.enable", true);
        settings.put("org.apache.felix.https.enable", false);
        settings.put("org.apache.felix.http.host", loopback.getHostAddress());
        settings.put("org.osgi.service.http.port", Integer.toString(port));
        settings.put("org.apache.felix.http.jetty.threadpool.max", THREADS);
        settings.put("org.apache.felix.http.jetty.acceptors", 1);
        settings.put("org.apache.felix.http.jetty.selectors", 1);
        settings.put("org.apache.felix.http.jetty.sendServerHeader", false);
        return settings;
    }

    /// Where it listens, with a slash at its end; empty when it does not.
    String location() {
        try {
            ServiceReference<?>[] runtimes =
                    context.getAllServiceReferences(
                            RUNTIME, "(org.apache.felix.http.name=" + NAME + ")");
            if (runtimes != null
                    && runtimes[0].getProperty(ENDPOINTS) instanceof String[] endpoints
                    && endpoints.length > 0) {
                return endpoints[0];
            }
            return "";
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        servers.deleted(NAME);
    }
}
