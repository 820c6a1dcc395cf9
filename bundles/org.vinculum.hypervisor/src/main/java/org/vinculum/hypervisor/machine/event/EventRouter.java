package org.vinculum.hypervisor.machine.event;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.hypervisor.machine.event.RecordBatch.Taken;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.Claimant;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.TranslationFault;

/// Brings a physical SMMU's records to whoever has the stream, and keeps one domain's from crowding out another's.
///
/// In each round, which is one call of [org.vinculum.domain.Machine#schedule], a domain gets at most [#ALLOWANCE] events;
/// those beyond are dropped and its guest is told of an overflow. Stalled transactions are never dropped. A stream of which
/// [#STORM] events have been dropped while its SMMU's queue was never found empty endangers the events of others: it is made
/// to abort, which nobody records, until its guest changes its setting, or its domain's memory map changes where no virtual
/// IOMMU is in front of it.
///
/// Its lock comes before those of virtual IOMMUs. It is held from the taking of a record to its delivery and while a stream
/// changes hands, so that no record reaches a later owner of the stream.
public final class EventRouter {
    /// Events of one domain in one round.
    public static final int ALLOWANCE = 64;

    /// Dropped events after which a stream has to be silent.
    public static final int STORM = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final RecordBatch batch = new RecordBatch();
    private long round;

    /// Every domain gets its allowance anew.
    public void nextRound() {
        lock.lock();
        round++;
        lock.unlock();
    }

    /// Takes records from an SMMU's queues and delivers them.
    ///
    /// @param most how many
    /// @return whether there are more
    public boolean route(PhysicalSmmu smmu, int most) {
        lock.lock();
        try {
            boolean more = smmu.driver().drain(batch, most);
            deliver(smmu);
            if (!more) {
                smmu.emptied();
            }
            return more;
        } finally {
            lock.unlock();
        }
    }

    /// Takes a stream from whoever has it, after its last record.
    public void release(Claim claim) {
        lock.lock();
        try {
            claim.claimant().release(claim, new LastRecords(claim));
            claim.smmu().free(claim.psid());
            claim.smmu().owe(); // the last answers
            deliver(claim.smmu());
        } finally {
            lock.unlock();
        }
    }

    /// Those of a stream that is taken away go to its owner while it still is; the others wait.
    private final class LastRecords implements HostRecords {
        private final Claim claim;

        LastRecords(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void event(StreamId psid, Words record) {
            if (psid.equals(claim.psid())) {
                deliver(claim, new Taken(psid, record, false));
            } else {
                batch.event(psid, record);
            }
        }

        @Override
        public void pageRequest(StreamId psid, Words record) {
            if (psid.equals(claim.psid())) {
                deliver(claim, new Taken(psid, record, true));
            } else {
                batch.pageRequest(psid, record);
            }
        }

        @Override
        public void overflow() {
            batch.overflow();
        }
    }

    private void deliver(PhysicalSmmu smmu) {
        if (!batch.isEmpty()) {
            smmu.owe(); // an answer may have been given at once
        }
        batch.takeAll(record -> {
            Claim claim = smmu.claim(record.psid());
            if (claim == null) {
                smmu.unclaimed();
            } else {
                deliver(claim, record);
            }
        });
        if (batch.takeOverflow()) {
            overflow(smmu);
        }
    }

    private void deliver(Claim claim, Taken record) {
        if (record.request()) {
            claim.claimant().pageRequest(claim, record.words());
        } else if (stalled(record.words()) || claim.claimant().allowance().take(round)) {
            claim.claimant().event(claim, record.words());
        } else {
            drop(claim);
        }
    }

    /// Whether a transaction waits for the answer, which only a translation fault's does (IHI 0070, 7.3.13 to 7.3.16).
    private static boolean stalled(Words record) {
        int type = (int) Event.TYPE.get(record);
        return type >= FTranslation.NUMBER
                && type <= FPermission.NUMBER
                && TranslationFault.STALL.isSet(record);
    }

    private void drop(Claim claim) {
        claim.claimant().dropped(claim);
        if (claim.exceeded() >= STORM) {
            claim.claimant().silence(claim);
            claim.forgive();
        }
    }

    private static void overflow(PhysicalSmmu smmu) {
        Set<Claimant> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Claim claim : smmu.claims()) {
            if (told.add(claim.claimant())) {
                claim.claimant().overflow();
            }
        }
    }
}
