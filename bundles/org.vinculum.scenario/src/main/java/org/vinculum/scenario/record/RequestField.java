package org.vinculum.scenario.record;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.PageRequest;

/// The fields of page request records (IHI 0070, 8.2).
public enum RequestField implements RecordField {
    SID("sid", PageRequest.STREAM_ID),
    SSID("ssid", PageRequest.SUBSTREAM_ID) {
        @Override
        public long in(Words record) {
            return PageRequest.SSV.isSet(record) ? super.in(record) : EventField.NO_SUBSTREAM;
        }

        @Override
        public String text(long value) {
            return EventField.SSID.text(value);
        }
    },
    ADDRESS("addr", PageRequest.ADDRESS) {
        @Override
        public long in(Words record) {
            return place().inPlace(record);
        }
    },
    /// Bits as in [Permissions].
    PERMISSIONS("perm", PageRequest.R) {
        @Override
        public long in(Words record) {
            return Permissions.of(
                    PageRequest.R.isSet(record),
                    PageRequest.W.isSet(record),
                    PageRequest.X.isSet(record));
        }

        @Override
        public String text(long value) {
            return Permissions.text(value);
        }
    },
    PRIVILEGED("priv", PageRequest.PRIV),
    GROUP("group", PageRequest.PRG_INDEX),
    LAST("last", PageRequest.LAST);

    private final String key;
    private final Bits bits;

    RequestField(String key, Bits bits) {
        this.key = key;
        this.bits = bits;
    }

    @Override
    public String key() {
        return key;
    }

    Bits place() {
        return bits;
    }

    /// Addresses are written whole, whatever bits of them a record has.
    @Override
    public int width() {
        return this == ADDRESS ? Long.SIZE : bits.width();
    }

    @Override
    public long in(Words record) {
        return bits.get(record);
    }

    @Override
    public String text(long value) {
        return "0x" + Long.toHexString(value);
    }
}
