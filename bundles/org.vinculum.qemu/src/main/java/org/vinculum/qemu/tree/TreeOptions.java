package org.vinculum.qemu.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.smmu.spec.register.Idr0;

/// What the device tree says of the SMMU beyond where it is.
///
/// @param lines how its interrupts are wired
/// @param messages whether it may interrupt through the translation service; it still needs IDR0.MSI (IHI 0070, 6.3.1), and
///     uses its lines without
/// @param translationRequests whether devices may ask it for translations (ATS), where IDR0.ATS says so too
/// @param quirks empty properties that tell the driver of errata, e.g. `hisilicon,broken-prefetch-cmd`
public record TreeOptions(
        Lines lines, boolean messages, boolean translationRequests, List<String> quirks) {
    /// Separate lines, no messages, no translation requests, no errata.
    public static final TreeOptions ORDINARY =
            new TreeOptions(Lines.SEPARATE, false, false, List.of());

    private static final String NAME_CHARACTERS = ",._+?#-";

    /// @throws IllegalArgumentException for a quirk that is no name of a property
    public TreeOptions {
        quirks = List.copyOf(quirks);
        for (String quirk : quirks) {
            if (quirk.isEmpty() || !quirk.chars().allMatch(TreeOptions::isNameCharacter)) {
                throw new IllegalArgumentException("not a property: " + quirk);
            }
        }
    }

    /// What suits an SMMU; Linux' binding of `arm,smmu-v3` has properties for some errata.
    ///
    /// @param idr0 of that SMMU
    public static TreeOptions of(Set<Erratum> errata, Idr0 idr0) {
        List<String> quirks = new ArrayList<>();
        if (errata.contains(Erratum.PREFETCH_BREAKS)) {
            quirks.add("hisilicon,broken-prefetch-cmd");
        }
        if (errata.contains(Erratum.INDEXES_ON_PAGE_0)) {
            quirks.add("cavium,cn9900-broken-page1-regspace");
        }
        boolean combined = errata.contains(Erratum.ONE_INTERRUPT);
        return new TreeOptions(
                combined ? Lines.COMBINED : Lines.SEPARATE,
                idr0.has(Idr0.MSI),
                idr0.has(Idr0.ATS),
                quirks);
    }

    /// How interrupts are wired.
    public enum Lines {
        /// The event queue and global errors have a line each, and nothing else has one.
        SEPARATE,
        /// Everything comes on the line of the event queue, page requests and global errors too.
        COMBINED
    }

    /// DTSpec 0.4, 2.2.4.1.
    private static boolean isNameCharacter(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || NAME_CHARACTERS.indexOf(character) >= 0;
    }
}
