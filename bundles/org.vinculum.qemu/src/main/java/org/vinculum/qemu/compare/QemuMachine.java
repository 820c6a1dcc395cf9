package org.vinculum.qemu.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vinculum.qemu.channel.Listener;
import org.vinculum.qemu.channel.Qmp;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.process.QemuCommand.Alone;
import org.vinculum.qemu.process.QemuProcess;
import org.vinculum.qemu.process.RunFolder;
import org.vinculum.qemu.process.Verdict;
import org.vinculum.qemu.run.GuestFiles;

/// QEMU as it is, with an SMMU of its own or none.
///
/// @param smmu without one the guest cannot test anything, and is only booted
/// @param append the kernel's command line
record QemuMachine(
        String title,
        boolean smmu,
        QemuCommand command,
        Programs programs,
        GuestFiles files,
        String append,
        Duration limit)
        implements Contender {
    private static final Duration START = Duration.ofSeconds(30);

    @Override
    public String run(Boot boot) throws InterruptedException {
        try (RunFolder folder = RunFolder.create(0);
                Listener monitors = new Listener(folder.file("monitor"));
                QemuProcess qemu = new QemuProcess(words(folder), programs, boot::console);
                Qmp monitor = new Qmp(monitors.accept(START, qemu::isAlive))) {
            boot.progress("QEMU " + monitor.version());
            monitor.proceed();
            return await(boot, qemu);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(RunFolder folder) {
        return command.alone(
                new Alone(files.kernel(), files.initrd(), folder.file("monitor"), smmu), append);
    }

    private String await(Boot boot, QemuProcess qemu) throws InterruptedException {
        CompletableFuture<?> end = smmu ? boot.verdict() : boot.booted();
        try {
            CompletableFuture.anyOf(end, qemu.ended()).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return "nothing within " + limit.toSeconds() + " s";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (!end.isDone()) {
            // What it printed last may still be on its way.
            qemu.await(START);
        }
        return end.isDone() ? failure(boot) : qemu.end();
    }

    private static String failure(Boot boot) {
        Verdict verdict = boot.verdict().getNow(null);
        return verdict == null || verdict.passed() ? "" : verdict.text();
    }
}
