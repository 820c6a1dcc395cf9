package org.vinculum.scenario.recording;

import java.io.IOException;
import org.vinculum.iommu.Access;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Transaction;
import org.vinculum.scenario.record.Permissions;
import org.vinculum.scenario.recording.LineWriter.Fields;

/// The keys of a transaction and of its ending.
final class TransactionWriter {
    private static final int ORDINARY_SIZE = 4;

    private TransactionWriter() {}

    static void write(Fields fields, Transaction transaction) throws IOException {
        int access = transaction.access();
        fields.text("dma", letter(access));
        fields.number("sid", Integer.toUnsignedLong(transaction.streamId()));
        substream(fields, transaction.substreamId());
        fields.number("addr", transaction.address());
        if ((access & Access.PRIVILEGED) != 0) {
            fields.flag("priv", true);
        }
        if (transaction.size() != ORDINARY_SIZE) {
            fields.number("size", transaction.size());
        }
        if (transaction.request()) {
            fields.text("kind", "ats");
        } else if ((access & Access.TRANSLATED) != 0) {
            fields.text("kind", "translated");
        }
        if (transaction.name().isPresent()) {
            fields.text("as", transaction.name().get());
        }
    }

    static void substream(Fields fields, int substreamId) throws IOException {
        if (substreamId >= 0) {
            fields.number("ssid", substreamId);
        }
    }

    private static String letter(int access) {
        if ((access & Access.WRITE) != 0) {
            return "w";
        }
        return (access & Access.INSTRUCTION) != 0 ? "x" : "r";
    }

    static void write(Fields fields, Ending ending) throws IOException {
        switch (ending) {
            case Ending.Translated(long address) -> fields.number("pa", address);
            case Ending.Granted(long address, int permissions) -> {
                fields.number("pa", address);
                fields.text("perm", Permissions.text(permissions));
            }
            case Ending.Refused refused -> fields.text("fault", word(refused));
        }
    }

    private static String word(Ending.Refused refused) {
        return switch (refused) {
            case ABORT -> "abort";
            case RAZWI -> "razwi";
            case STALL -> "stall";
            case ATS_DENIED -> "ats-denied";
        };
    }
}
