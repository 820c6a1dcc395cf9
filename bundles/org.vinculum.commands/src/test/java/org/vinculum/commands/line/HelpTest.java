package org.vinculum.commands.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.binding.Binding;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.commands.Board;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.commands.bench.FakeBenchmark;
import org.vinculum.commands.dt.FakeCodec;
import org.vinculum.commands.iort.FakeTableCodec;
import org.vinculum.commands.linux.FakeLiveGuest;
import org.vinculum.commands.linux.FakeSmmuType;
import org.vinculum.commands.models.FakeModel;
import org.vinculum.commands.vendor.Kit;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.model.TreeDiff;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.PlatformDrawing;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuest;
import org.vinculum.scenario.model.ScenarioPlayer;

class HelpTest {
    static final List<String> COMMANDS =
            List.of(
                    "",
                    "inspect",
                    "check",
                    "bind",
                    "dom0",
                    "dt",
                    "dt convert",
                    "dt overlay",
                    "dt diff",
                    "iort",
                    "iort decode",
                    "iort encode",
                    "replay",
                    "models",
                    "bench",
                    "linux",
                    "new-bundle");

    @TempDir Path folder;

    private Session session() throws IOException {
        Session session = new Session(folder, everything());
        Kit.in(session.distribution());
        return session.file("board.dtb", "DTB board")
                .file("merged.dtb", "DTB merged")
                .file("camera.dtbo", "DTB camera")
                .file("iort.dat", "IORT board")
                .file("iort.json", "{board}")
                .file("guest.cfg", "name = 'guest1'")
                .file("part.dts", "DTS part")
                .file("stage1.jsonl", "")
                .file("nested.jsonl", "");
    }

    private String help(String command) throws IOException {
        Outcome outcome = session().run((command + " --help").strip());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void theManualShowsTheHelpAsItIs(String command) throws IOException {
        String manual =
                Files.readString(
                        Path.of(System.getProperty("vinculum.root"), "docs", "command-line.md"));

        assertThat(manual)
                .contains(
                        ("## vinculum " + command).strip()
                                + "\n\n```text\n"
                                + help(command)
                                + "```\n");
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void theWorkedExampleWorks(String command) throws IOException {
        String help = help(command);
        String example =
                help.substring(help.indexOf("Example:\n  vinculum "))
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow();

        Outcome outcome = session().run(example.strip().substring("vinculum ".length()));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyOptionIsInTheSynopsis(String command) throws IOException {
        String help = help(command);
        String synopsis = help.substring(0, help.indexOf("\n\n"));

        assertThat(help.lines().map(String::strip).filter(line -> line.startsWith("-")).toList())
                .filteredOn(line -> !line.contains("--help") && !line.contains("--version"))
                .allSatisfy(line -> assertThat(synopsis).contains(line.split("[ =]")[0]));
    }

    @Test
    void helpIsColouredForPeopleOnly() throws IOException {
        assertThat(help("check")).doesNotContain("\u001b");
        assertThat(session().coloured().run("check --help").out()).contains("\u001b");
    }

    private static FakeParts everything() {
        return new FakeParts()
                .with(FirmwareReader.class, Board.reader())
                .with(FirmwareCheck.class, platform -> List.of())
                .with(PlatformDrawing.class, (platform, title) -> "<svg/>")
                .with(DeviceTreeCodec.class, new FakeCodec())
                .with(IortCodec.class, new FakeTableCodec())
                .with(Overlays.class, (base, overlays) -> base.tree())
                .with(InPlaceOverlays.class, (base, overlays) -> base.content())
                .with(TreeDiff.class, (before, after) -> List.of())
                .with(IommuModelFactory.class, new FakeModel("mmu-600-r2p0", Map.of()))
                .with(Benchmark.class, new FakeBenchmark("fairness"))
                .with(LiveGuest.class, new FakeLiveGuest())
                .with(GuestSmmuType.class, new FakeSmmuType("virtual"))
                .with(ScenarioPlayer.class, (file, options) -> List.of())
                .with(Dom0Describer.class, new Describer())
                .with(
                        GuestBinder.class,
                        request ->
                                new GuestBinder.Result(
                                        new Binding("guest1", List.of(), List.of()),
                                        List.of(),
                                        List.of(),
                                        List.of()));
    }

    private static final class Describer implements Dom0Describer {
        @Override
        public String format() {
            return "devicetree";
        }

        @Override
        public Result describe(InputFile host) {
            return new Result(new OutputFile("dom0.dtb", new byte[1]), List.of());
        }
    }
}
