package org.vinculum.qemu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.qemu.memory.SharedRam;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.process.QemuProcess;
import org.vinculum.qemu.process.TreeDump;

/// A QEMU whose guest waits, so that nothing but these tests touches its machine.
class RealQemuTest {
    private static final long MEMORY = 256L << 20;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] HANG = {0, 0, 0, 0x14}; // b .

    private static final long DISTRIBUTOR = 0x0800_0000L;
    private static final long ISPENDR_OF_132 = DISTRIBUTOR + 0x210;
    private static final long ICFGR_OF_132 = DISTRIBUTOR + 0xc20;
    private static final int EDGE_OF_132 = 0x200;
    private static final int BIT_OF_132 = 0x10;

    private SharedRam ram;
    private QemuProcess process;
    private Qmp qmp;
    private Qtest qtest;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Programs programs = new Programs(System.getenv("PATH"));
        Optional<Path> qemu = programs.find(Programs.QEMU);
        Assumptions.assumeTrue(qemu.isPresent(), "qemu-system-aarch64 is not installed");
        QemuCommand command = new QemuCommand(qemu.orElseThrow(), MEMORY, 2);
        ram = new SharedRam(folder.resolve("ram"), Layout.RAM, MEMORY);
        QemuCommand.Files files =
                new QemuCommand.Files(
                        Files.write(folder.resolve("Image"), HANG),
                        Files.write(folder.resolve("initrd"), HANG),
                        Files.write(
                                folder.resolve("tree"),
                                TreeDump.of(command, programs, folder.resolve("dump"))),
                        ram.path(),
                        folder.resolve("monitor"),
                        folder.resolve("test"));
        try (Listener monitor = new Listener(files.monitor());
                Listener test = new Listener(files.test())) {
            process = new QemuProcess(command.run(files, ""), programs, text -> {});
            qmp = new Qmp(monitor.accept(LONG, process::isAlive));
            qtest = new Qtest(test.accept(LONG, process::isAlive));
        }
    }

    @AfterEach
    void end() throws IOException {
        if (process != null) {
            qmp.close();
            qtest.close();
            process.close();
            ram.close();
        }
    }

    @Test
    void whatWeWriteToRamTheGuestReads() throws IOException {
        ram.ram().setInt(MEMORY - 8, 0x1234_5678);

        assertThat(qtest.read(Layout.RAM + MEMORY - 8)).isEqualTo(0x1234_5678);
    }

    @Test
    void whatTheGuestWritesToRamWeRead() throws IOException {
        qtest.write(Layout.RAM + MEMORY - 4, 0x8765_4321);
        qtest.exchange();

        assertThat(ram.ram().getInt(MEMORY - 4)).isEqualTo(0x8765_4321);
    }

    @Test
    void aPulseIsAnEdgeAtTheController() throws IOException {
        qtest.write(ICFGR_OF_132, EDGE_OF_132);
        qtest.exchange();
        assertThat(qtest.read(ISPENDR_OF_132)).isZero();

        qtest.pulse(qmp.interruptController(), Layout.EVENT_INTID - Layout.FIRST_SPI);
        qtest.exchange();

        assertThat(qtest.read(ISPENDR_OF_132)).isEqualTo(BIT_OF_132);
    }

    @Test
    void aMessageIsTaken() throws IOException {
        qtest.write(Layout.MESSAGE_FRAME.start().value() + 0x40, 3);
        qtest.exchange();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void itEndsWhenItIsToldTo() throws Exception {
        qmp.quit();

        assertThat(process.await(LONG)).isTrue();
        assertThat(process.end()).isEqualTo("QEMU ended with exit code 0");
    }
}
