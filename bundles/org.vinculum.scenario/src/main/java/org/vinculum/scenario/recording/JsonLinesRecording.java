package org.vinculum.scenario.recording;

import static org.vinculum.scenario.recording.LineWriter.hex;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.memory.AddressRange;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Interrupt;
import org.vinculum.scenario.model.Recording;
import org.vinculum.scenario.model.ScenarioRecorder.Start;
import org.vinculum.scenario.model.Transaction;
import org.vinculum.scenario.record.Permissions;
import org.vinculum.scenario.recording.LineWriter.Fields;

/// Writes a scenario in JSON Lines.
public final class JsonLinesRecording implements Recording {
    /// Words of a line: it stays fit to be looked at, and far below what a reader takes.
    private static final int MOST_WORDS = 64;

    private final LineWriter lines;

    public JsonLinesRecording(OutputStream out, Start start) {
        lines = new LineWriter(out);
        lines.line(fields -> start(fields, start));
    }

    private static void start(Fields fields, Start start) throws IOException {
        fields.text("scenario", start.name());
        fields.text("model", start.model());
        fields.json().writeObjectFieldStart("idr");
        for (var register : start.identification().entrySet()) {
            fields.number(register.getKey(), register.getValue());
        }
        fields.json().writeEndObject();
        fields.text("cite", start.cite());
    }

    @Override
    public void ram(AddressRange range) {
        lines.line(fields -> {
            fields.number("ram", range.start().value());
            fields.number("size", range.size());
        });
    }

    @Override
    public void store(long address, long... words) {
        words("mem", address, words);
    }

    @Override
    public void peek(long address, long... words) {
        words("peek", address, words);
    }

    private void words(String key, long address, long... words) {
        for (int from = 0; from < words.length; from += MOST_WORDS) {
            long at = address + (long) from * Long.BYTES;
            long[] some =
                    Arrays.copyOfRange(words, from, Math.min(from + MOST_WORDS, words.length));
            lines.line(fields -> {
                fields.number(key, at);
                fields.words("words", some);
            });
        }
    }

    @Override
    public void write(long offset, int width, long value) {
        lines.line(fields -> {
            fields.number("write", offset);
            fields.number("width", width);
            fields.number("value", low(value, width));
        });
    }

    @Override
    public void read(long offset, int width, long expected, long mask) {
        lines.line(fields -> {
            fields.number("read", offset);
            fields.number("width", width);
            fields.number("expect", low(expected, width));
            if (low(~mask, width) != 0) {
                fields.number("mask", low(mask, width));
            }
        });
    }

    private static long low(long value, int width) {
        return width == Integer.BYTES ? Integer.toUnsignedLong((int) value) : value;
    }

    @Override
    public void command(long word0, long word1, OptionalInt error) {
        lines.line(fields -> {
            fields.words("cmd", word0, word1);
            if (error.isPresent()) {
                fields.number("cerror", error.getAsInt());
            }
        });
    }

    @Override
    public void transaction(Transaction transaction, Ending ending) {
        lines.line(fields -> {
            TransactionWriter.write(fields, transaction);
            TransactionWriter.write(fields, ending);
        });
    }

    @Override
    public void outcome(String name, Ending ending) {
        lines.line(fields -> {
            fields.text("outcome", name);
            TransactionWriter.write(fields, ending);
        });
    }

    @Override
    public void pageRequest(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        lines.line(fields -> {
            fields.number("pri", Integer.toUnsignedLong(streamId));
            TransactionWriter.substream(fields, substreamId);
            fields.number("addr", address);
            fields.text("perm", Permissions.text(access));
            if ((access & Access.PRIVILEGED) != 0) {
                fields.flag("priv", true);
            }
            fields.number("group", group);
            fields.flag("last", last);
        });
    }

    @Override
    public void interrupts(List<Interrupt> raised) {
        lines.line(fields -> {
            fields.json().writeArrayFieldStart("irq");
            for (Interrupt interrupt : raised) {
                fields.json().writeString(text(interrupt));
            }
            fields.json().writeEndArray();
        });
    }

    private static String text(Interrupt interrupt) {
        return switch (interrupt) {
            case Interrupt.Wired(InterruptLines.Line line) ->
                    switch (line) {
                        case EVENTQ -> "evtq";
                        case PRIQ -> "priq";
                        case CMD_SYNC -> "sync";
                        case GERROR -> "gerror";
                    };
            case Interrupt.Message(long address, int data) ->
                    "msi:" + hex(address) + ":" + hex(Integer.toUnsignedLong(data));
        };
    }

    @Override
    public boolean isFull() {
        return lines.isFull();
    }

    @Override
    public long size() {
        return lines.size();
    }

    @Override
    public void close() {
        lines.close();
    }
}
