package org.vinculum.hypervisor.host;

import static java.lang.System.Logger.Level.ERROR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.hypervisor.host.ring.DeviceTimeouts;
import org.vinculum.hypervisor.host.table.EntryUpdate;
import org.vinculum.hypervisor.host.table.EntryWords;
import org.vinculum.hypervisor.host.table.StreamRights;
import org.vinculum.hypervisor.host.table.StreamTable;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Who has which stream of an SMMU, and what its entry says. Belongs to whoever holds the lock of the SMMU.
final class Streams {
    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor.host");
    private static final int ATC_EVERYTHING = 52;

    private final Identity identity;
    private final StreamTable table;
    private final CommandRing ring;
    private final Completion completion;
    private final EntryUpdate update;
    private final EntryWords words;
    private final Map<StreamId, OwnedStream> owned = new LinkedHashMap<>();
    private final long[] entry = new long[StreamTableEntry.SIZE / Long.BYTES];

    Streams(
            PhysicalMemory memory,
            Identity identity,
            StreamTable table,
            CommandRing ring,
            Completion completion) {
        this.identity = identity;
        this.table = table;
        this.ring = ring;
        this.completion = completion;
        this.update = new EntryUpdate(memory, ring);
        this.words = new EntryWords(identity);
    }

    boolean claimed(StreamId psid) {
        return owned.containsKey(psid);
    }

    /// Those behind virtual IOMMUs.
    List<StreamId> nesting() {
        List<StreamId> nesting = new ArrayList<>();
        for (OwnedStream stream : owned.values()) {
            if (stream.rights().nests()) {
                nesting.add(stream.psid());
            }
        }
        return nesting;
    }

    /// The stream, if the domain has it.
    ///
    /// @throws IllegalArgumentException when it has not
    OwnedStream of(StreamId psid, DomainSmmu owner) {
        OwnedStream stream = owned.get(psid);
        if (stream == null || stream.owner() != owner) {
            throw new IllegalArgumentException("stream " + psid + " is not the domain's");
        }
        return stream;
    }

    /// Its entry aborts already, but the SMMU may have remembered that there was no table for it.
    void assign(StreamId psid, DomainSmmu owner, StreamRights rights) {
        if (claimed(psid)) {
            throw new IllegalArgumentException("stream " + psid + " is not free");
        }
        long address = table.entry(psid);
        ring.append(Commands.entry(psid), 0);
        completion.all();
        owned.put(psid, new OwnedStream(psid, owner, rights, address));
    }

    /// @return commands it took
    int configure(OwnedStream stream, StreamSetting setting) {
        long before = ring.written();
        if (!install(stream, setting)) {
            LOG.log(
                    ERROR,
                    () ->
                            completion.path()
                                    + ": stream "
                                    + stream.psid()
                                    + " aborts, it could not be set");
        }
        return (int) (ring.written() - before);
    }

    private boolean install(OwnedStream stream, StreamSetting setting) {
        words.write(setting, stream.owner().stage2(), stream.rights(), entry);
        if (StreamTableEntry.EATS.isSet(entry[1])) {
            stream.mayCache();
        }
        return update.install(stream.psid().value(), stream.entry(), entry);
    }

    /// Nothing gets through any more, nothing waits, nothing is remembered (IHI 0070, 4.7.2). The stream is still the
    /// domain's, so that its last records find him.
    void quieten(StreamId psid) {
        OwnedStream stream = owned.get(psid);
        if (stream == null) {
            throw new IllegalArgumentException("nobody has stream " + psid);
        }
        if (!install(stream, new StreamSetting.Abort())) {
            throw completion.stuck();
        }
        completion.all();
        if (identity.stalls()) {
            ring.append(Commands.stallTerm(psid), 0);
            completion.all();
        }
        forgetInDevice(stream);
    }

    void free(StreamId psid) {
        owned.remove(psid);
    }

    /// Devices that use translations of both stages forget those of a domain.
    void forgetInTrusted(int vmid) {
        for (OwnedStream stream : owned.values()) {
            if (stream.rights().trusted() && stream.owner().stage2().vmid() == vmid) {
                forgetInDevice(stream);
            }
        }
    }

    /// A device that does not answer holds nothing that it can still use: its stream aborts, or it was trusted.
    private void forgetInDevice(OwnedStream stream) {
        if (stream.cached()) {
            ring.separate();
            ring.append(Commands.device(stream.psid()), AtcInv.SIZE.of(ATC_EVERYTHING));
            completion.of(ring.appendSync(DeviceTimeouts.UNHEARD));
        }
    }
}
