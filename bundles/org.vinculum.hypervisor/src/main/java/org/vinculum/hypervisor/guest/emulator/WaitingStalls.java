package org.vinculum.hypervisor.guest.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.TranslationFault;

/// The transactions that wait in the hosts behind a virtual IOMMU, as the hosts have told of them: another emulator knows them
/// only when it is told again. As many as the hosts let wait.
final class WaitingStalls {
    private final Map<Name, Waiting> all = new LinkedHashMap<>();

    /// What a host knows it by.
    private record Name(int host, StreamId psid, int stag) {}

    /// @param record as the host's queue had it
    record Waiting(StreamId vsid, Words record) {}

    /// A host has recorded something.
    void recorded(VirtualStream stream, Words record) {
        if (waits(record)) {
            int stag = (int) TranslationFault.STAG.get(record);
            Name name = new Name(stream.host(), stream.psid(), stag);
            all.remove(name);
            all.put(name, new Waiting(stream.vsid(), record));
        }
    }

    /// Only a translation fault's transaction can wait (IHI 0070, 7.3.13 to 7.3.16).
    static boolean waits(Words record) {
        int type = (int) Event.TYPE.get(record);
        return type >= FTranslation.NUMBER
                && type <= FPermission.NUMBER
                && TranslationFault.STALL.isSet(record);
    }

    void answered(int host, StreamId psid, int stag) {
        all.remove(new Name(host, psid, stag));
    }

    /// None of a stream's waits any more.
    void ended(int host, StreamId psid) {
        all.keySet().removeIf(name -> name.host() == host && name.psid().equals(psid));
    }

    /// Oldest first.
    List<Waiting> all() {
        return List.copyOf(all.values());
    }
}
