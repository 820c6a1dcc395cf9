package org.vinculum.machine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.machine.file.Stamp;
import org.vinculum.machine.host.HostFile;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.news.News;

/// The machine of a run's folder, from the moment that there is a description of it. Used by one thread at a time.
public final class MachineRun implements AutoCloseable {
    private final Path folder;
    private final Parts parts;
    private final BiFunction<String, Machine, Runnable> publish;
    private final News news;
    private MachineSettings settings;
    private Optional<Operation> operation = Optional.empty();
    private Runnable withdraw = () -> {};
    private List<String> said = List.of();
    private List<Stamp> tried = List.of();
    private Object generation = new Object();

    /// @param folder with `host.*` and `guests`
    /// @param publish tells everybody of a machine and its name; what it returns takes that back
    public MachineRun(
            Path folder,
            MachineSettings settings,
            Parts parts,
            BiFunction<String, Machine, Runnable> publish,
            News news) {
        this.folder = folder;
        this.settings = settings;
        this.parts = parts;
        this.publish = publish;
        this.news = news;
    }

    /// Looks at the files once, and does what they say.
    ///
    /// @param now a time in nanoseconds that only grows
    /// @return whether it is worth looking again soon
    public boolean look(long now) {
        Object before = generation;
        generation = parts.generation();
        boolean changed = !generation.equals(before);
        if (operation.isEmpty() && isWorthTrying(changed)) {
            start();
        } else if (changed) {
            operation.ifPresent(o -> o.models().retry(parts.models()));
        }
        return operation.map(o -> o.guests().look(now, changed)).orElse(false);
    }

    /// Takes what the user says now: of models at once, while everything goes on; of anything else by ending the machine,
    /// so that the next look starts it anew.
    public void change(MachineSettings now) {
        List<String> other = settings.needingStart(now);
        settings = now;
        if (operation.isPresent() && other.isEmpty()) {
            operation.get().models().choose(now.models(), parts.models());
            return;
        }
        if (operation.isPresent()) {
            news.tell(
                    "the machine ends and is started anew, since the configuration says something"
                            + " else of "
                            + String.join(", ", other));
        }
        close();
        tried = List.of();
        said = List.of();
    }

    // A description that makes no machine is read again when it, or what there is to read it, has
    // changed.
    private boolean isWorthTrying(boolean changed) {
        List<Stamp> now = HostFile.stamps(folder);
        boolean worth = changed || !now.equals(tried);
        tried = now;
        return worth;
    }

    private void start() {
        try {
            Optional<InputFile> file = HostFile.in(folder);
            if (file.isPresent()) {
                start(file.get());
            } else {
                tellOnce(
                        List.of(
                                "no machine: "
                                        + folder.resolve(HostFile.PREFIX + "dtb")
                                        + " (or .dts, or .iort) would describe one"));
            }
        } catch (MachineRefusedException e) {
            tellOnce(e.reasons());
        } catch (UnreadableInputException e) {
            tellOnce(List.of(e.getMessage()));
        } catch (RuntimeException e) {
            tellOnce(List.of("no machine, because of a fault of ours or a vendor's: " + e));
        }
    }

    private void start(InputFile file) {
        Operation started =
                Operation.start(
                        folder.resolve("guests"),
                        HostReading.of(file, parts),
                        settings,
                        parts,
                        news);
        operation = Optional.of(started);
        withdraw = publish.apply(settings.name(), started.machine());
        news.tell(
                "machine '"
                        + settings.name()
                        + "' of "
                        + file.name()
                        + " with "
                        + started.machine().hostTraffic().size()
                        + " SMMUs is in operation");
    }

    private void tellOnce(List<String> reasons) {
        if (!reasons.equals(said)) {
            said = List.copyOf(reasons);
            said.forEach(news::warn);
        }
    }

    @Override
    public void close() {
        withdraw.run();
        withdraw = () -> {};
        operation.ifPresent(Operation::close);
        operation = Optional.empty();
    }
}
