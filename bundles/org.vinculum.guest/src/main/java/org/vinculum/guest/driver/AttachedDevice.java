package org.vinculum.guest.driver;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.smmu.spec.encoding.Config;
import org.vinculum.smmu.spec.encoding.Eats;
import org.vinculum.smmu.spec.encoding.S1Dss;
import org.vinculum.smmu.spec.encoding.Shareability;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// A device as the driver knows it: its streams, and what they are attached to. Belongs to the driver's thread.
public final class AttachedDevice {
    private static final int PLAIN = 0;
    private static final int WRITE_BACK = 1;

    private final StreamTable streamTable;
    private final Invalidations invalidations;
    private final GuestWords words;
    private final Features features;
    private final DeviceDescription description;
    private final int[] streams;
    private final ContextTable contexts;
    private final Map<Integer, AddressSpace> spaces = new HashMap<>();

    AttachedDevice(
            StreamTable streamTable,
            Invalidations invalidations,
            GuestWords words,
            Features features,
            DeviceDescription description,
            ContextTable contexts) {
        this.streamTable = streamTable;
        this.invalidations = invalidations;
        this.words = words;
        this.features = features;
        this.description = description;
        this.streams = description.streams();
        this.contexts = contexts;
    }

    int[] streams() {
        return streams;
    }

    boolean cachesTranslations() {
        return description.ats() && features.ats();
    }

    private boolean stalls() {
        return features.stallsAlways() || description.stalls() && features.stalls();
    }

    /// @return -1 for plain traffic
    int substreamOf(AddressSpace space) {
        for (Map.Entry<Integer, AddressSpace> entry : spaces.entrySet()) {
            if (entry.getValue() == space) {
                return entry.getKey() == PLAIN ? -1 : entry.getKey();
            }
        }
        return -1;
    }

    /// Lets plain transactions of the device see an address space, and no other any more.
    public void attach(AddressSpace space) {
        if (spaces.containsKey(PLAIN)) {
            detach(Config.ABORT);
        }
        writeContext(PLAIN, space);
        for (int stream : streams) {
            long entry = streamTable.entry(stream);
            streamTable.prepare(entry, word1());
            invalidations.stream(stream);
            streamTable.enable(
                    entry,
                    contexts.word0()
                            | StreamTableEntry.V.of(true)
                            | StreamTableEntry.CONFIG.of(Config.STAGE_1.encoding()));
            invalidations.stream(stream);
        }
    }

    /// Lets transactions of a substream see an address space.
    ///
    /// @throws IllegalArgumentException when there is no such substream, or the device is not attached itself
    public void attachSubstream(int substream, AddressSpace space) {
        if (substream == PLAIN || !contexts.holds(substream) || !spaces.containsKey(PLAIN)) {
            throw new IllegalArgumentException("substream " + substream);
        }
        writeContext(substream, space);
    }

    public void detachSubstream(int substream) {
        clearContext(substream);
    }

    /// Takes the device away from everything it is attached to.
    public void detach() {
        detach(Config.ABORT);
    }

    /// Lets the device reach memory as it is.
    public void bypass() {
        detach(Config.BYPASS);
    }

    private void detach(Config config) {
        if (cachesTranslations()) {
            invalidations.wholeDeviceCaches(streams);
        }
        for (int stream : streams) {
            streamTable.passive(streamTable.entry(stream), config);
            invalidations.stream(stream);
        }
        for (int substream : spaces.keySet().toArray(new Integer[0])) {
            clearContext(substream);
        }
    }

    private long word1() {
        return StreamTableEntry.S1DSS.of(S1Dss.SUBSTREAM_0.encoding())
                | StreamTableEntry.S1CIR.of(WRITE_BACK)
                | StreamTableEntry.S1COR.of(WRITE_BACK)
                | StreamTableEntry.S1CSH.of(Shareability.INNER.encoding())
                | StreamTableEntry.S1STALLD.of(features.stalls() && !stalls())
                | StreamTableEntry.EATS.of(
                        (cachesTranslations() ? Eats.FULL : Eats.NONE).encoding());
    }

    /// The SMMU may look while the descriptor is written: it becomes valid last, in one store.
    private void writeContext(int substream, AddressSpace space) {
        boolean newTable = contexts.lacksTable(substream);
        long at = contexts.descriptor(substream);
        if (newTable) {
            invalidations.context(streams, substream, false);
        }
        long[] later = space.laterWords();
        for (int i = 0; i < later.length; i++) {
            words.set(at + (long) (i + 1) * Long.BYTES, later[i]);
        }
        invalidations.context(streams, substream, true);
        words.set(at, space.firstWord(stalls()));
        invalidations.context(streams, substream, true);
        spaces.put(substream, space);
        space.attached(this);
    }

    private void clearContext(int substream) {
        AddressSpace space = spaces.remove(substream);
        if (space != null) {
            words.set(contexts.descriptor(substream), 0);
            invalidations.context(streams, substream, true);
            space.detached(this);
        }
    }
}
