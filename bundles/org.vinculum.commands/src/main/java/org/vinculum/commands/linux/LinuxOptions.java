package org.vinculum.commands.linux;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.commands.files.ByteSize;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.StreamedFile;
import org.vinculum.commands.files.WholeFiles;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.scenario.model.ModelNames;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What the user wants of a live guest, checked as far as that can be without starting it.
final class LinuxOptions {
    static final String SWAP_TO = "--swap-to";
    static final String QUIET = "--quiet";

    static final String PROFILE = "--profile";
    static final String MODE = "--mode";
    static final String KERNEL = "--kernel";
    static final String INITRD = "--initrd";
    static final String APPEND = "--append";
    static final String TRACE = "--trace";
    static final String PROCESSORS = "--smp";
    static final String MEMORY = "--memory";
    static final String IDR = "--idr";
    static final String LIMIT = "--limit";

    private static final int PROCESSORS_UNLESS_GIVEN = 2;
    private static final int MOST_PROCESSORS = 8;
    private static final int MOST_SECONDS = 86_400;
    private static final long LEAST_MEMORY = 256L << 20;
    private static final long MOST_MEMORY = 64L << 30;
    private static final long MEMORY_PIECE = 2L << 20;

    private final ParseResult given;
    private final Inputs inputs;
    private final Installed installed;

    LinuxOptions(ParseResult given, Inputs inputs, Installed installed) {
        this.given = given;
        this.inputs = inputs;
        this.installed = installed;
    }

    static CommandSpec spec() {
        return LinuxHelp.spec();
    }

    /// @param trace receives what happened; empty when nobody wants it
    LiveGuestDescription description(Optional<OutputStream> trace) {
        String model = model(PROFILE, text(PROFILE, ModelNames.DEFAULT_FAMILY));
        return new LiveGuestDescription(
                mode(),
                model,
                IdentificationValues.parse(given.matchedOptionValue(IDR, List.of())),
                kernel(),
                file(INITRD),
                text(APPEND, ""),
                memory(),
                (int) number(PROCESSORS, PROCESSORS_UNLESS_GIVEN, MOST_PROCESSORS),
                Duration.ofSeconds(
                        number(
                                LIMIT,
                                LiveGuestDescription.DEFAULT_LIMIT.toSeconds(),
                                MOST_SECONDS)),
                trace,
                swapTo(model));
    }

    private Optional<String> swapTo(String model) {
        String name = Options.text(given, SWAP_TO);
        if (name == null) {
            return Optional.empty();
        }
        String other = model(SWAP_TO, name);
        if (other.equals(model)) {
            throw new UsageException(SWAP_TO + " takes another model than " + model);
        }
        return Optional.of(other);
    }

    /// Where the trace goes; nowhere without the option.
    ///
    /// @throws UsageException when it would replace the kernel or the initial RAM disk
    StreamedFile trace() {
        String name = Options.text(given, TRACE);
        if (name == null) {
            return StreamedFile.none();
        }
        file(KERNEL);
        file(INITRD);
        Path target = inputs.path(name);
        WholeFiles.refuseInputs(target, inputs);
        return StreamedFile.open(target);
    }

    private String mode() {
        String mode = text(MODE, LiveGuestDescription.DEFAULT_MODE);
        List<String> names = new ArrayList<>();
        for (GuestSmmuType type : installed.all(GuestSmmuType.class)) {
            names.add(type.name());
        }
        return known("mode", mode, names.contains(mode), names);
    }

    private String model(String option, String name) {
        installed.best(IommuModelFactory.class);
        List<IommuModelFactory> models = installed.all(IommuModelFactory.class);
        Optional<IommuModelFactory> model = ModelNames.find(name, models);
        List<String> names = new ArrayList<>();
        models.forEach(one -> names.add(one.name()));
        known(option.equals(PROFILE) ? "profile" : "model", name, model.isPresent(), names);
        return model.orElseThrow().name();
    }

    private static String known(String what, String name, boolean there, List<String> names) {
        if (!there) {
            names.sort(null);
            throw new UsageException(
                    "there is no "
                            + what
                            + " '"
                            + name
                            + "', but "
                            + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return name;
    }

    private Optional<Path> kernel() {
        Optional<Path> kernel = file(KERNEL);
        kernel.ifPresent(KernelFile::check);
        return kernel;
    }

    private Optional<Path> file(String option) {
        String name = Options.text(given, option);
        if (name == null) {
            return Optional.empty();
        }
        Path file = inputs.path(name);
        KernelFile.checkReadable(file);
        inputs.keep(file);
        return Optional.of(file);
    }

    private long memory() {
        String text = Options.text(given, MEMORY);
        if (text == null) {
            return LiveGuestDescription.DEFAULT_MEMORY;
        }
        long bytes = ByteSize.valueOf(text, MOST_MEMORY);
        if (bytes < LEAST_MEMORY || bytes % MEMORY_PIECE != 0) {
            throw new UsageException(
                    MEMORY
                            + " takes a multiple of 2M from 256M to 64G, such as 512M or 4G, not '"
                            + text
                            + "'");
        }
        return bytes;
    }

    private long number(String option, long unlessGiven, int most) {
        String text = Options.text(given, option);
        if (text == null) {
            return unlessGiven;
        }
        long value = ByteSize.valueOf(text, most);
        if (value < 1 || !Character.isDigit(text.charAt(text.length() - 1))) {
            throw new UsageException(
                    option + " takes a number from 1 to " + most + ", not '" + text + "'");
        }
        return value;
    }

    private String text(String option, String unlessGiven) {
        String text = Options.text(given, option);
        return text == null ? unlessGiven : text;
    }
}
