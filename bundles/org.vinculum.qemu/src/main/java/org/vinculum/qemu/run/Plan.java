package org.vinculum.qemu.run;

import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.tree.GuestTree;

/// A run for which everything was found.
record Plan(
        LiveGuestDescription asked,
        GuestSmmuType type,
        GuestFiles files,
        QemuCommand command,
        Programs programs,
        GuestTree tree) {
    Layout layout() {
        return new Layout(asked.memory());
    }

    /// The kernel's command line. It is told of the RAM before our frames alone, and ends QEMU when it fails.
    String words() {
        long usable = layout().usable().size() >> 20;
        return ("console=ttyAMA0 mem=" + usable + "M panic=-1 " + asked.append()).strip();
    }

    /// One line for people.
    String summary() {
        return "Linux "
                + files.kernel()
                + " with "
                + asked.processors()
                + (asked.processors() == 1 ? " processor" : " processors")
                + " and "
                + (asked.memory() >> 20)
                + " MiB; its SMMU: "
                + asked.model()
                + ", "
                + type.title();
    }
}
