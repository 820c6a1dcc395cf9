package org.vinculum.scenario.record;

import java.util.List;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.AccessKind;
import org.vinculum.smmu.spec.event.CBadSubstreamid;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FaultOrigin;
import org.vinculum.smmu.spec.event.FetchAbort;
import org.vinculum.smmu.spec.event.TranslationFault;

/// The fields of event records (IHI 0070, 7.3). They are taken from the raw record, so that one that claims to be of another
/// type than expected is compared all the same.
public enum EventField implements RecordField {
    TYPE("type", Event.TYPE) {
        @Override
        public String text(long value) {
            return EventType.text(value);
        }
    },
    SID("sid", Event.STREAM_ID),
    SSID("ssid", Substream.SUBSTREAM_ID) {
        @Override
        public long in(Words record) {
            return hasSubstream(record) ? super.in(record) : NO_SUBSTREAM;
        }

        @Override
        public String text(long value) {
            return value == NO_SUBSTREAM ? "null" : super.text(value);
        }
    },
    ADDRESS("addr", TranslationFault.INPUT_ADDR),
    IPA("ipa", TranslationFault.IPA) {
        @Override
        public long in(Words record) {
            return place().inPlace(record);
        }
    },
    FETCH("fetch", FetchAbort.FETCH_ADDR) {
        @Override
        public long in(Words record) {
            return place().inPlace(record);
        }
    },
    RNW("rnw", AccessKind.RNW),
    IND("ind", AccessKind.IND),
    PNU("pnu", AccessKind.PNU),
    S2("s2", FaultOrigin.S2),
    CLASS("class", FaultOrigin.CLASS) {
        @Override
        public String text(long value) {
            return value < CLASSES.size() ? CLASSES.get((int) value) : super.text(value);
        }
    },
    STALL("stall", TranslationFault.STALL),
    STAG("stag", TranslationFault.STAG),
    REASON("reason", FetchAbort.REASON);

    /// The value of `ssid` in a record without a substream.
    public static final long NO_SUBSTREAM = -1;

    /// The words for `class`, by value.
    public static final List<String> CLASSES = List.of("CD", "TT", "IN");

    private final String key;
    private final Bits bits;

    EventField(String key, Bits bits) {
        this.key = key;
        this.bits = bits;
    }

    @Override
    public String key() {
        return key;
    }

    /// Where it is in the record.
    public Bits place() {
        return bits;
    }

    /// Addresses are written whole, whatever bits of them a record has.
    @Override
    public int width() {
        return this == IPA || this == FETCH ? Long.SIZE : bits.width();
    }

    @Override
    public long in(Words record) {
        return bits.get(record);
    }

    @Override
    public String text(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// C_BAD_SUBSTREAMID always has a substream, and no flag to say so (IHI 0070, 7.3.9).
    private static boolean hasSubstream(Words record) {
        return Substream.SSV.isSet(record) || TYPE.in(record) == CBadSubstreamid.NUMBER;
    }
}
