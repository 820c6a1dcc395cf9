package org.vinculum.launcher;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.vinculum.launcher.distribution.Distribution;
import org.vinculum.launcher.oneshot.OneShot;
import org.vinculum.launcher.report.FailureReport;
import org.vinculum.launcher.run.PlatformRun;

/// Where the program starts: `run` keeps the platform up, every other verb is answered once.
public final class Main {
    private static final int OUTPUT_BUFFER = 1 << 16;

    private Main() {}

    public static void main(String[] arguments) {
        end(answer(arguments));
    }

    private static int answer(String[] arguments) {
        try {
            Distribution distribution = Distribution.ofSystemProperty();
            if (arguments.length > 0 && arguments[0].equals("run")) {
                return new PlatformRun(distribution)
                        .until(List.of(arguments).subList(1, arguments.length));
            }
            System.setOut(bufferedOutput());
            ToIntFunction<String[]> commandLine = new OneShot(distribution).commandLine(features());
            if (Boolean.getBoolean("vinculum.training")) {
                new Training(distribution, commandLine).run();
                return 0;
            }
            return commandLine.applyAsInt(arguments);
        } catch (Exception | LinkageError e) {
            return FailureReport.write(e);
        }
    }

    // The start script looks for options that need more than `core`, because it makes the class
    // path.
    private static List<String> features() {
        return List.of(System.getProperty("vinculum.features", "core").split(","));
    }

    // A closed pipe makes PrintStream remember an error and go on, which is all the reaction there
    // should be.
    private static PrintStream bufferedOutput() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                false,
                StandardCharsets.UTF_8);
    }

    // Nothing is left to be done when an answer is out, so a one-shot framework is not stopped
    // first.
    private static void end(int code) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
