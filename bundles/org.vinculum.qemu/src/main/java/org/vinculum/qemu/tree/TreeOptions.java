package org.vinculum.qemu.tree;

import java.util.List;

/// What the device tree says of the SMMU beyond where it is.
///
/// @param lines how its interrupts are wired
/// @param messages whether it may interrupt through the translation service; it still needs IDR0.MSI (IHI 0070, 6.3.1), and
///     uses its lines without
/// @param quirks empty properties that tell the driver of errata, e.g. `hisilicon,broken-prefetch-cmd`
public record TreeOptions(Lines lines, boolean messages, List<String> quirks) {
    /// Separate lines, no messages, no errata.
    public static final TreeOptions ORDINARY = new TreeOptions(Lines.SEPARATE, false, List.of());

    public TreeOptions {
        quirks = List.copyOf(quirks);
    }

    /// How interrupts are wired.
    public enum Lines {
        /// The event queue and global errors have a line each, and nothing else has one.
        SEPARATE,
        /// Everything comes on the line of the event queue, page requests and global errors too.
        COMBINED
    }
}
