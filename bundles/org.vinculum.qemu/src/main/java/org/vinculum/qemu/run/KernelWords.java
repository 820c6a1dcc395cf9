package org.vinculum.qemu.run;

import org.vinculum.qemu.layout.Layout;

/// The kernel's command line.
public final class KernelWords {
    private KernelWords() {}

    /// Tells the kernel of the RAM before our frames alone, and makes a panic end QEMU.
    ///
    /// @param memory bytes of the guest's RAM
    /// @param append more words
    public static String of(long memory, String append) {
        long usable = new Layout(memory).usable().size() >> 20;
        return ("console=ttyAMA0 mem=" + usable + "M panic=-1 " + append).strip();
    }
}
