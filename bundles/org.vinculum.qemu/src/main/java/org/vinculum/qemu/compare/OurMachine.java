package org.vinculum.qemu.compare;

import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;

/// QEMU with an SMMU of ours.
record OurMachine(String title, LiveGuest guest, LiveGuestDescription description)
        implements Contender {
    @Override
    public String run(Boot boot) throws InterruptedException {
        LiveReport report = guest.run(description, boot);
        return report.passed().orElse(false) ? "" : report.verdict();
    }
}
