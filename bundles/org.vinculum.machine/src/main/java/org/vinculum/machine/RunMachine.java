package org.vinculum.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.host.ModelChoice;
import org.vinculum.machine.host.SettingsText;
import org.vinculum.machine.news.News;
import org.vinculum.machine.run.MachineRun;
import org.vinculum.machine.run.Parts;
import org.vinculum.machine.run.RunThread;

/// Keeps the machine of the folder that `vinculum run` was given; without such a folder there is nothing to keep.
@Component(
        name = "org.vinculum.machine",
        configurationPid = "org.vinculum.machine",
        service = {},
        immediate = true)
public final class RunMachine {
    private static final String FOLDER = "vinculum.run.folder";
    private static final String CONFIGURATIONS = "vinculum.configuration.folder";
    private static final String CONFIGURATION_SUFFIX = ".config";
    private static final String PID = "org.vinculum.machine";
    private static final long MEBIBYTE = 1L << 20;

    /// As `docs/configuration.md` explains them.
    @interface Settings {
        String name() default "";

        String model() default "smmuv3";

        String[] models() default {};

        String[] baseline() default {};

        String[] ram() default {};

        String messageFrame() default "";

        boolean dom0() default true;

        int dom0Memory() default 256;

        int budget() default MachineDescription.DEFAULT_BUDGET;

        String policy() default MachineDescription.DEFAULT_POLICY;
    }

    private final BundleContext context;
    private final Parts parts;
    private final News news;
    private final Optional<Path> folder;
    private final boolean awaited;
    private Optional<RunThread> running = Optional.empty();

    @Activate
    public RunMachine(
            BundleContext context,
            Settings settings,
            Map<String, Object> properties,
            @Reference Parts parts,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.context = context;
        this.parts = parts;
        this.news = new LoggedNews(log);
        folder = Optional.ofNullable(context.getProperty(FOLDER)).map(Path::of);
        awaited = !properties.containsKey(Constants.SERVICE_PID) && isWritten(context);
        follow(settings);
    }

    /// Follows the configuration; one with a mistake in it changes nothing.
    @Modified
    void follow(Settings settings) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            MachineSettings read = read(settings, folder.get());
            if (running.isPresent()) {
                running.get().change(read);
            } else {
                running = Optional.of(start(folder.get(), read));
            }
        } catch (UnreadableInputException e) {
            String goesOn = running.isPresent() ? "the machine stays as it is: " : "no machine: ";
            news.warn(goesOn + e.getMessage());
        }
    }

    // Whoever reads the folder may be slower than we are.
    private static boolean isWritten(BundleContext context) {
        String configurations = context.getProperty(CONFIGURATIONS);
        return configurations != null
                && Files.exists(Path.of(configurations, PID + CONFIGURATION_SUFFIX));
    }

    private RunThread start(Path run, MachineSettings settings) {
        return new RunThread(
                run, new MachineRun(run, settings, parts, this::publish, news), awaited, news);
    }

    private Runnable publish(String name, Machine machine) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("name", name);
        ServiceRegistration<Machine> registration =
                context.registerService(Machine.class, machine, properties);
        return () -> withdraw(registration);
    }

    private static void withdraw(ServiceRegistration<Machine> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // A framework that ends may have been faster.
            return;
        }
    }

    private static MachineSettings read(Settings settings, Path folder) {
        SettingsText text = new SettingsText(PID);
        return new MachineSettings(
                settings.name().isBlank() ? String.valueOf(folder.getFileName()) : settings.name(),
                new ModelChoice(text.pairs("models", settings.models()), settings.model()),
                text.names(settings.baseline()),
                text.ranges("ram", settings.ram()),
                text.ranges("messageFrame", settings.messageFrame()).stream().findFirst(),
                settings.dom0(),
                text.number("dom0Memory", settings.dom0Memory(), 2, 1 << 20) * MEBIBYTE,
                text.number("budget", settings.budget(), 8, 1 << 20),
                settings.policy());
    }

    @Deactivate
    void stop() {
        running.ifPresent(RunThread::close);
    }
}
