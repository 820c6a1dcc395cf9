package org.vinculum.qemu.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.tree.GuestTree;

/// Runs live guests: finds everything that one needs, or says what is not there, before anything is started.
public final class LiveRun {
    private final Parts parts;
    private final Map<String, String> environment;
    private final Programs programs;

    /// @param environment `PATH` finds programs, other names the files that were brought
    public LiveRun(Parts parts, Map<String, String> environment) {
        this.parts = parts;
        this.environment = Map.copyOf(environment);
        this.programs = new Programs(environment.getOrDefault("PATH", ""));
    }

    /// As [org.vinculum.live.LiveGuest#run].
    public LiveReport run(LiveGuestDescription asked, LiveAudience audience)
            throws InterruptedException {
        Plan plan = plan(asked);
        audience.progress(plan.summary());
        try (GuestMachine machine = new GuestMachine(plan, audience)) {
            return machine.run();
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new UncheckedIOException(e);
        }
    }

    private Plan plan(LiveGuestDescription asked) {
        GuestSmmuType type = Choice.type(asked, parts);
        Path qemu = qemu(programs);
        return new Plan(
                asked,
                type,
                GuestFiles.of(asked, environment),
                new QemuCommand(qemu, asked.memory(), asked.processors()),
                programs,
                tree(),
                parts.models(),
                parts.recorder());
    }

    /// @throws LiveGuestRefusedException when it is not installed
    public static Path qemu(Programs programs) {
        return programs.find(Programs.QEMU).orElseThrow(LiveRun::noQemu);
    }

    private static LiveGuestRefusedException noQemu() {
        return Refusal.because(
                "there is no program "
                        + Programs.QEMU
                        + "; Debian's package qemu-system-arm has it");
    }

    private GuestTree tree() {
        DeviceTreeCodec codec =
                parts.codec().orElseThrow(() -> Refusal.because("nobody writes device trees"));
        Overlays overlays =
                parts.overlays().orElseThrow(() -> Refusal.because("nobody applies overlays"));
        return new GuestTree(codec, overlays);
    }
}
