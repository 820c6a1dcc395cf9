package org.vinculum.smmu.cache;

import org.vinculum.smmu.table.Overrides;
import org.vinculum.smmu.table.StreamDecision;
import org.vinculum.smmu.walk.Attributes;
import org.vinculum.smmu.walk.Permissions;

/// What is done with the transactions of one stream and substream: the outcome of reading its structures, ready for use.
///
/// Immutable, so a thread that finds one has a whole one.
public final class Configuration {
    private static final int ACCESS_BITS = 4;

    private final int stream;
    private final int substream;
    private final StreamDecision decision;
    private final AddressSpace space;
    private final int attributes;
    private final byte[] needed = new byte[1 << ACCESS_BITS];

    /// @param space null where nothing translates
    public Configuration(int stream, int substream, StreamDecision decision, AddressSpace space) {
        this.stream = stream;
        this.substream = substream;
        this.decision = decision;
        this.space = space;
        Overrides overrides = decision.overrides();
        this.attributes = Attributes.incoming(overrides);
        for (int access = 0; access < needed.length; access++) {
            needed[access] = (byte) Permissions.needed(overrides.apply(access));
        }
    }

    boolean isOf(int otherStream, int otherSubstream) {
        return stream == otherStream && substream == otherSubstream;
    }

    int stream() {
        return stream;
    }

    int substream() {
        return substream;
    }

    public StreamDecision decision() {
        return decision;
    }

    /// Null where nothing translates.
    public AddressSpace space() {
        return space;
    }

    /// Of a transaction that brings none, after overrides.
    public int attributes() {
        return attributes;
    }

    /// The permissions an access needs, after overrides.
    public int needed(int access) {
        return needed[access & needed.length - 1];
    }
}
