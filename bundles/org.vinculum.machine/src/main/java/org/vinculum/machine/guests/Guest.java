package org.vinculum.machine.guests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Refusal;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.machine.file.Stamp;

/// One guest: brings its domain in line with its file. A file that is refused leaves the domain as it was.
final class Guest {
    private final String name;
    private final Path folder;
    private final Path file;
    private final Surroundings around;
    private final FilesOfGuest files;
    private Optional<Running> running = Optional.empty();
    private List<Path> named = List.of();
    private List<Stamp> read = List.of();
    private List<String> reasons = List.of();
    private boolean byMachine;
    private boolean freed;

    private record Running(Domain domain, DomainDescription description) {}

    /// @param name of its file, without `.cfg`
    Guest(Path folder, String name, Surroundings around) {
        this.folder = folder;
        this.name = name;
        this.file = folder.resolve(name + GuestFolder.SUFFIX);
        this.around = around;
        this.files = new FilesOfGuest(folder, name);
    }

    String name() {
        return name;
    }

    /// Its files as they look now.
    List<Stamp> stamps() {
        List<Stamp> stamps = new ArrayList<>();
        stamps.add(Stamp.of(file));
        named.forEach(path -> stamps.add(Stamp.of(path)));
        return stamps;
    }

    /// Its files as they looked when they were read.
    List<Stamp> read() {
        return read;
    }

    /// Whether it is not as its file says.
    boolean refused() {
        return !reasons.isEmpty();
    }

    /// Whether it is so for what another guest may give back.
    boolean waits() {
        return byMachine;
    }

    /// Does what its file says.
    ///
    /// @return whether something was given back to the machine
    boolean apply() {
        freed = false;
        try {
            read = stamps();
            GuestBinder binder = binder();
            named = GuestInputs.named(folder, file, binder);
            read = stamps();
            GuestInputs inputs = GuestInputs.read(folder, file, binder);
            become(bind(binder, inputs));
            accept();
        } catch (BindingRefusedException
                | UnreadableInputException
                | MachineRefusedException
                | IOException e) {
            refuse(e);
        } catch (RuntimeException e) {
            // a vendor's binder, or ours: one guest's fault must not end the others
            refuse(e);
        }
        return freed;
    }

    private GuestBinder binder() {
        return around.binder()
                .get()
                .orElseThrow(() ->
                        new MachineRefusedException(List.of("No installed bundle binds guests.")));
    }

    private GuestBinder.Result bind(GuestBinder binder, GuestInputs inputs) throws IOException {
        return binder.bind(
                new GuestBinder.Request(
                        around.host(), inputs.config(), inputs.partial(), files.previous()));
    }

    private void become(GuestBinder.Result result) throws IOException {
        DomainDescription wanted = GuestPlan.of(result, around.doorbell());
        files.stage(result.files());
        try {
            if (!running.map(r -> r.description().equals(wanted)).orElse(false)) {
                replace(wanted);
                around.news().tell(sentence(result, wanted));
            }
        } catch (RuntimeException e) {
            files.discard();
            throw e;
        }
        files.commit();
        for (Finding note : result.notes()) {
            around.news().tell(name + ": " + note.place() + ": " + note.message());
        }
    }

    // Its streams and its name are the old domain's until that is gone.
    private void replace(DomainDescription wanted) {
        Optional<Running> old = running;
        around.tenants().refuseTaken(wanted, old.map(Running::domain).orElse(null));
        end();
        try {
            running = Optional.of(new Running(around.tenants().create(wanted), wanted));
        } catch (RuntimeException e) {
            old.ifPresent(this::comeBack);
            throw e;
        }
    }

    private void comeBack(Running old) {
        DomainDescription former = old.description();
        try {
            running = Optional.of(new Running(around.tenants().create(former), former));
            around.news().warn(name + ": started anew as it was before");
        } catch (MachineRefusedException e) {
            around.news().warn(name + ": is not there any more: " + e.getMessage());
        }
    }

    private String sentence(GuestBinder.Result result, DomainDescription wanted) {
        return name
                + ": domain '"
                + wanted.name()
                + "' with "
                + count(result.binding().streams().size(), "stream")
                + " behind "
                + count(wanted.viommus().size(), "virtual SMMU");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void accept() throws IOException {
        reasons = List.of();
        byMachine = false;
        files.mended();
    }

    private void refuse(Exception why) {
        List<String> lines = new ArrayList<>();
        for (Refusal refusal : Refusals.of(why, file.getFileName().toString())) {
            lines.add(Refusals.line(refusal));
        }
        // to try again costs a domain that runs, unless it is known beforehand that it is in vain
        byMachine = why instanceof MachineRefusedException && !freed;
        if (!lines.equals(reasons)) {
            reasons = List.copyOf(lines);
            say(reasons);
        }
    }

    private void say(List<String> lines) {
        lines.forEach(line -> around.news().warn(name + ": " + line));
        try {
            files.refuse(lines);
        } catch (IOException e) {
            around.news().warn(name + ": and the reason cannot be written: " + e);
        }
    }

    /// Its file is gone, and it goes too.
    void remove() {
        if (running.isPresent()) {
            around.news().tell(name + ": removed");
        }
        end();
        files.forget();
    }

    private void end() {
        Optional<Running> last = running;
        running = Optional.empty();
        freed |= last.isPresent();
        last.ifPresent(r -> around.tenants().destroy(r.domain(), r.description()));
    }
}
