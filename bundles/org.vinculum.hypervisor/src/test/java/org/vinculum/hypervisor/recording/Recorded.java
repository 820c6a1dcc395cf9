package org.vinculum.hypervisor.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// What the flight recorder has of some work.
public record Recorded(List<RecordedEvent> events) {
    private static final String OURS = "vinculum.";

    /// Does the work while everything is recorded.
    public static Recorded of(Runnable work) {
        try (var recording = new Recording()) {
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("vinculum", ".jfr");
            try {
                recording.dump(file);
                return new Recorded(ours(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RecordedEvent> ours(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(e -> e.getEventType().getName().startsWith(OURS))
                .toList();
    }

    /// Those of one type, in their order.
    ///
    /// @param type without the prefix that all have
    public List<RecordedEvent> all(String type) {
        return events.stream().filter(e -> e.getEventType().getName().equals(OURS + type)).toList();
    }

    /// The first of a type.
    public RecordedEvent first(String type) {
        return all(type).getFirst();
    }
}
