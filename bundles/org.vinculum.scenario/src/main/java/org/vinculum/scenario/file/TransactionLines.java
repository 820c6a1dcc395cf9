package org.vinculum.scenario.file;

import static org.vinculum.scenario.file.Substreams.NONE;

import java.util.Optional;
import org.vinculum.iommu.Access;
import org.vinculum.scenario.line.Action;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Stag;
import org.vinculum.scenario.line.Transaction;
import org.vinculum.scenario.record.Permissions;

/// The lines about what devices send and what becomes of it.
final class TransactionLines {
    private static final int STAG_BITS = 16;
    private static final int GROUP_BITS = 9;
    private static final long PAGE = 4096;

    private TransactionLines() {}

    static Line dma(Fields fields) {
        String kind = fields.optionalText("kind").orElse("normal");
        int access = access(fields) | (fields.flag("priv") ? Access.PRIVILEGED : 0);
        boolean request = kind.equals("ats");
        if (kind.equals("translated")) {
            access |= Access.TRANSLATED;
        } else if (!request && !kind.equals("normal")) {
            throw fields.wrong("kind", "normal, ats or translated", Shown.of(kind));
        }
        Transaction transaction =
                new Transaction(
                        request,
                        (int) fields.number("sid", Integer.SIZE),
                        substream(fields),
                        address(fields),
                        request && (access & Access.WRITE) != 0 ? access | Access.READ : access);
        return new Line.Dma(transaction, Answers.parse(fields, request), fields.optionalText("as"));
    }

    static Line outcome(Fields fields) {
        return new Line.Outcome(fields.text("outcome"), Answers.parse(fields, false));
    }

    static Line resume(Fields fields) {
        return new Line.Resume(
                stag(fields), (int) fields.number("sid", Integer.SIZE), action(fields));
    }

    static Line pageRequest(Fields fields) {
        return new Line.PageRequest(
                (int) fields.number("pri", Integer.SIZE),
                substream(fields),
                fields.number("addr", Long.SIZE),
                permissions(fields) | (fields.flag("priv") ? Access.PRIVILEGED : 0),
                (int) fields.number("group", GROUP_BITS, 0),
                fields.flag("last"));
    }

    private static int access(Fields fields) {
        String what = "\"r\", \"w\" or \"x\"";
        Value value = fields.take("dma");
        return switch (value instanceof Value.Text(_, String text) ? text : "") {
            case "r" -> Access.READ;
            case "w" -> Access.WRITE;
            case "x" -> Access.READ | Access.INSTRUCTION;
            default -> throw fields.wrong("dma", value, what);
        };
    }

    private static int substream(Fields fields) {
        return fields.has("ssid") ? Substreams.number(fields, fields.take("ssid")) : NONE;
    }

    private static long address(Fields fields) {
        long address = fields.number("addr", Long.SIZE);
        long size = fields.number("size", Integer.SIZE, Integer.BYTES);
        if (size == 0 || (address & PAGE - 1) + size > PAGE) {
            throw fields.wrong("size", "1 byte to the end of the 4096 bytes", String.valueOf(size));
        }
        return address;
    }

    private static int permissions(Fields fields) {
        Value value = fields.take("perm");
        int bits = value instanceof Value.Text(_, String text) ? Permissions.parse(text) : -1;
        if (bits < 0) {
            throw fields.wrong("perm", value, "letters of rwx");
        }
        return bits;
    }

    private static Stag stag(Fields fields) {
        Value value = fields.take("resume");
        Optional<String> name = StagNames.name(value);
        return name.<Stag>map(Stag.Remembered::new)
                .orElseGet(() -> new Stag.Given((int) fields.number("resume", value, STAG_BITS)));
    }

    private static Action action(Fields fields) {
        String word = fields.text("action");
        return switch (word) {
            case "retry" -> Action.RETRY;
            case "terminate" -> Action.TERMINATE;
            case "abort" -> Action.ABORT;
            default -> throw fields.wrong("action", "retry, terminate or abort", Shown.of(word));
        };
    }
}
