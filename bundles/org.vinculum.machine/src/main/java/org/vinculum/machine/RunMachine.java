package org.vinculum.machine;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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
    private static final long MEBIBYTE = 1L << 20;

    /// As `docs/configuration.md` explains them.
    @interface Settings {
        String name() default "";

        String model() default "smmuv3";

        String[] models() default {};

        String[] ram() default {};

        String messageFrame() default "";

        boolean dom0() default true;

        int dom0Memory() default 256;

        int budget() default MachineDescription.DEFAULT_BUDGET;

        String policy() default MachineDescription.DEFAULT_POLICY;
    }

    private final AutoCloseable running;

    @Activate
    public RunMachine(
            BundleContext context,
            Settings settings,
            @Reference Parts parts,
            @Reference(service = LoggerFactory.class) Logger log) {
        String folder = context.getProperty(FOLDER);
        running = folder == null ? () -> {} : start(context, Path.of(folder), settings, parts, log);
    }

    private static AutoCloseable start(
            BundleContext context, Path folder, Settings settings, Parts parts, Logger log) {
        News news = new LoggedNews(log);
        try {
            MachineSettings read = read(settings, folder);
            MachineRun run =
                    new MachineRun(
                            folder, read, parts, m -> publish(context, m, read.name()), news);
            return new RunThread(folder, run, news);
        } catch (UnreadableInputException e) {
            news.warn("no machine: " + e.getMessage());
            return () -> {};
        }
    }

    private static Runnable publish(BundleContext context, Machine machine, String name) {
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
        SettingsText text = new SettingsText("org.vinculum.machine");
        return new MachineSettings(
                settings.name().isBlank() ? String.valueOf(folder.getFileName()) : settings.name(),
                new ModelChoice(text.pairs("models", settings.models()), settings.model()),
                text.ranges("ram", settings.ram()),
                text.ranges("messageFrame", settings.messageFrame()).stream().findFirst(),
                settings.dom0(),
                text.number("dom0Memory", settings.dom0Memory(), 2, 1 << 20) * MEBIBYTE,
                text.number("budget", settings.budget(), 8, 1 << 20),
                settings.policy());
    }

    @Deactivate
    void stop() throws Exception {
        running.close();
    }
}
