package org.vinculum.console;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.console.login.Login;
import org.vinculum.console.login.Secret;

/// Opens the web console of a run on the loopback address, once there is a login. What goes wrong is said, and the platform
/// goes on without it.
@Component(
        name = "org.vinculum.console",
        configurationPid = "org.vinculum.console",
        service = {},
        immediate = true)
public final class WebConsole {
    private static final Logger LOG = System.getLogger("org.vinculum.console");
    private static final int HIGHEST_PORT = 0xffff;
    private static final String FOLDER = "vinculum.run.folder";
    private static final String PAGE = "system/console/vinculum";

    /// The framework property with the logins without which Felix's console does not answer, as its own has a password that
    /// everybody knows.
    private static final String REQUIRED = "felix.webconsole.security.providers";

    private static final String ID = "org.vinculum.console";

    /// The configuration.
    @interface Config {
        /// Where it listens on the loopback address; 0 for any port that is free, -1 for none.
        int port() default 9465;
    }

    private final BundleContext context;
    private final ManagedServiceFactory servers;
    private final Thread starter;
    private ServiceRegistration<SecurityProvider> login;
    private LoopbackServer server;
    private boolean stopped;

    /// Others start meanwhile: a server takes longer than everything else here.
    @Activate
    public WebConsole(
            BundleContext context,
            Config config,
            @Reference(target = "(service.pid=org.apache.felix.http)")
                    ManagedServiceFactory servers) {
        this.context = context;
        this.servers = servers;
        this.starter = new Thread(() -> open(config.port()), "vinculum-console");
        starter.setDaemon(true);
        starter.start();
    }

    private synchronized void open(int port) {
        String folder = context.getProperty(FOLDER);
        if (stopped || folder == null || port < 0) {
            return;
        }
        try {
            refuseUnsafe(port);
            protect(Secret.of(Path.of(folder)));
            server = LoopbackServer.open(context, servers, port);
            LOG.log(
                    Level.INFO,
                    "web console is at {0}{1}, user {2}, password in {3}/{4}",
                    server.location(),
                    PAGE,
                    Login.USER,
                    folder,
                    Secret.FILE);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "no web console on port {0,number,#}: {1}", port, e.getMessage());
        }
    }

    private void refuseUnsafe(int port) throws IOException {
        if (port > HIGHEST_PORT) {
            throw new IOException("there is no such port");
        }
        String required = context.getProperty(REQUIRED);
        if (required == null || !required.contains(ID)) {
            throw new IOException("the framework property " + REQUIRED + " does not name " + ID);
        }
    }

    private void protect(Secret secret) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(SecurityProvider.PROPERTY_ID, ID);
        login =
                context.registerService(
                        SecurityProvider.class, new ConsoleLogin(new Login(secret)), properties);
    }

    /// First nobody can ask any more, then nobody is asked for a password.
    @Deactivate
    synchronized void stop() {
        stopped = true;
        if (server != null) {
            server.close();
        }
        if (login != null) {
            login.unregister();
        }
    }
}
