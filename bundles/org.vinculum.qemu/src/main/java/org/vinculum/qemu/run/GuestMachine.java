package org.vinculum.qemu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.vinculum.live.Count;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.channel.QemuInterrupts;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.qemu.memory.SharedRam;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.process.RunFolder;
import org.vinculum.qemu.process.TreeDump;
import org.vinculum.qemu.process.VerdictWatch;
import org.vinculum.qemu.run.Watch.End;
import org.vinculum.qemu.tree.TreeOptions;

/// The machine of one live guest: QEMU's part and ours, around RAM that both have. Nothing of it is left once closed.
final class GuestMachine implements AutoCloseable {
    // How long QEMU may take to end after its sockets did.
    private static final Duration END = Duration.ofSeconds(1);

    private final Plan plan;
    private final LiveAudience audience;
    private final Owned owned = new Owned();
    private final RunFolder folder;
    private final QemuInterrupts interrupts;
    private final OurSide ours;
    private final QemuCommand.Files files;

    /// Puts our part together.
    ///
    /// @throws LiveGuestRefusedException when it cannot be as asked for
    GuestMachine(Plan plan, LiveAudience audience) throws IOException, InterruptedException {
        this.plan = plan;
        this.audience = audience;
        try {
            if (plan.asked().swapTo().isPresent()) {
                owned.add(SwapsUnlogged.done());
            }
            long memory = plan.asked().memory();
            folder = owned.add(RunFolder.create(memory));
            SharedRam ram = owned.add(new SharedRam(folder.file("ram"), Layout.RAM, memory));
            interrupts = owned.add(new QemuInterrupts());
            ours = owned.add(new OurSide(plan, ram.ram(), interrupts, audience::progress));
            files = files(ram);
            writeTree();
        } catch (IOException | InterruptedException | RuntimeException e) {
            try (owned) {
                throw e;
            }
        }
    }

    private QemuCommand.Files files(SharedRam ram) {
        return new QemuCommand.Files(
                plan.files().kernel(),
                plan.files().initrd(),
                folder.file("tree"),
                ram.path(),
                folder.file("monitor"),
                folder.file("test"));
    }

    private void writeTree() throws IOException, InterruptedException {
        byte[] dump = TreeDump.of(plan.command(), plan.programs(), folder.file("dump"));
        TreeOptions options = TreeOptions.of(plan.errata(), ours.idr0());
        Files.write(files.tree(), plan.tree().make(dump, plan.layout(), options));
    }

    /// Lets the guest run until its end. The thread that calls this has to stay until then.
    LiveReport run() throws IOException, InterruptedException {
        ours.start();
        VerdictWatch verdicts = new VerdictWatch();
        End end;
        try (Emulator emulator =
                new Emulator(
                        plan.command().run(files, plan.words()),
                        files,
                        plan.programs(),
                        text -> {
                            verdicts.take(text);
                            audience.console(text);
                        })) {
            Watch watch =
                    new Watch(
                            emulator.process(),
                            verdicts.verdict(),
                            interrupts.failure(),
                            ours.failure());
            end =
                    proceed(emulator)
                            ? watch.await(plan.asked().limit())
                            : End.without("no guest; " + emulator.process().end());
        }
        List<Count> counts = ours.stop();
        return report(ours.objection().map(end::but).orElse(end), counts);
    }

    private static LiveReport report(End end, List<Count> counts) {
        return new LiveReport(end.passed(), end.text(), counts);
    }

    /// @return false when QEMU ended instead
    private boolean proceed(Emulator emulator) throws IOException, InterruptedException {
        try {
            audience.progress("QEMU " + emulator.connect(interrupts));
            // QEMU has read or mapped all of them: whatever happens from here, no file is left.
            folder.close();
            emulator.proceed();
            return true;
        } catch (IOException e) {
            if (!emulator.process().await(END)) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
