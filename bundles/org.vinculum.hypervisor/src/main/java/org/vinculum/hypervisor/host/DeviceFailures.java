package org.vinculum.hypervisor.host;

import java.util.Arrays;
import org.vinculum.hypervisor.host.ring.DeviceTimeouts;

/// Which of a domain's syncs answer for a device of its that did not answer an invalidation: the first that it asked for
/// after that. Remembers the latest failures; whoever waits for syncs one after another sees each of his.
///
/// Changes under the lock of the SMMU; [#failed] is for any thread that has seen the sync complete.
final class DeviceFailures implements DeviceTimeouts {
    private static final int REMEMBERED = 64;

    private final long[] failed = new long[REMEMBERED];
    private int failures;
    private long[] given = new long[16];
    private int count;
    private boolean unanswered;

    /// The newest sync that was given, 0 before the first.
    long newest() {
        return count == 0 ? 0 : given[count - 1];
    }

    /// The domain gets a sync.
    ///
    /// @param completed the newest sync that is complete
    void give(long sync, long completed) {
        if (sync != newest()) {
            forget(completed);
            if (count == given.length) {
                given = Arrays.copyOf(given, 2 * count);
            }
            given[count++] = sync;
        }
        if (unanswered) {
            unanswered = false;
            fail(sync);
        }
    }

    /// Keeps the newest whatever it is.
    private void forget(long completed) {
        int gone = 0;
        while (gone < count - 1 && given[gone] <= completed) {
            gone++;
        }
        if (gone > 0) {
            System.arraycopy(given, gone, given, 0, count - gone);
            count -= gone;
        }
    }

    @Override
    public void timedOut(long sync) {
        for (int i = 0; i < count; i++) {
            if (given[i] >= sync) {
                fail(given[i]);
                return;
            }
        }
        unanswered = true;
    }

    private void fail(long sync) {
        if (!failed(sync)) {
            failed[failures++ & REMEMBERED - 1] = sync;
        }
    }

    boolean failed(long sync) {
        if (failures == 0) {
            return false;
        }
        for (long one : failed) {
            if (one == sync) {
                return true;
            }
        }
        return false;
    }
}
