package org.vinculum.launcher;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where the program starts: `run` keeps the platform up, every other verb is answered once.
public final class Main {
    private static final int OUTPUT_BUFFER = 1 << 16;

    private Main() {}

    public static void main(String[] arguments) {
        System.setOut(bufferedOutput());
        end(answer(Distribution.ofSystemProperty(), arguments));
    }

    private static int answer(Distribution distribution, String[] arguments) {
        try {
            return new OneShot(distribution).answer(arguments);
        } catch (Exception | LinkageError e) {
            return FailureReport.write(e);
        }
    }

    // A closed pipe makes PrintStream remember an error and go on, which is all the reaction there
    // should be.
    private static PrintStream bufferedOutput() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                false,
                StandardCharsets.UTF_8);
    }

    // Nothing is left to be done when an answer is out, so the framework is not stopped first.
    private static void end(int code) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
