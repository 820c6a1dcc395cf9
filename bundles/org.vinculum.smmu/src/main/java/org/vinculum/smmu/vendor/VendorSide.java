package org.vinculum.smmu.vendor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.VendorCommands;
import org.vinculum.iommu.VendorPart;

/// A vendor's registers and commands of one SMMU. What a vendor's code throws stays here: the register reads as zero or is not
/// written, the command is illegal. The first time is logged, the others are not, because guests can make it happen.
public final class VendorSide {
    private static final Logger LOG = System.getLogger("org.vinculum.smmu");

    private final String model;
    private final VendorCommands commands;
    private final VendorPart part;
    private final boolean present;
    private boolean failed;

    /// @param commands that have no state
    /// @throws IllegalArgumentException for a part whose name is not as [VendorPart#name()] says
    public VendorSide(String model, VendorCommands commands, Optional<VendorPart> part) {
        this.model = model;
        this.commands = commands;
        this.part = part.orElse(Nothing.INSTANCE);
        this.present = part.isPresent();
        if (present && !named(this.part.name())) {
            throw new IllegalArgumentException(
                    model + ": not a name of a vendor's part: " + this.part.name());
        }
    }

    private static boolean named(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= '0' && c <= '9'
                                        || c == '.'
                                        || c == '-');
    }

    /// Whether there are registers and state.
    public boolean present() {
        return present;
    }

    /// The part's name.
    public String name() {
        return part.name();
    }

    public int read(int offset) {
        try {
            return part.read(offset);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
            failed("reading", offset, thrown);
            return 0;
        }
    }

    public void write(int offset, int value) {
        try {
            part.write(offset, value);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
            failed("writing", offset, thrown);
        }
    }

    /// @return whether the command is legal
    public boolean execute(long word0, long word1) {
        try {
            return part.execute(word0, word1) || commands.execute(word0, word1);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
            failed("executing", word0, thrown);
            return false;
        }
    }

    /// A failure is passed on: a state without the part's would be wrong.
    public SortedMap<String, String> save() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(part.save()));
    }

    /// Puts back what the part had when it does not take the state.
    ///
    /// @throws IllegalArgumentException when the part does not take it
    public void restore(SortedMap<String, String> state) {
        SortedMap<String, String> before = save();
        IllegalArgumentException refused = refusal(state);
        if (refused != null) {
            refusal(before);
            throw refused;
        }
    }

    private IllegalArgumentException refusal(SortedMap<String, String> state) {
        try {
            part.restore(state);
            return null;
        } catch (IllegalArgumentException refused) {
            return refused;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
            failed("restoring", state.size(), thrown);
            return new IllegalArgumentException("its code failed with " + thrown);
        }
    }

    private void failed(String what, long at, Throwable thrown) {
        if (!failed) {
            failed = true;
            String where =
                    model + ": a vendor's part failed " + what + " 0x" + Long.toHexString(at);
            LOG.log(Level.WARNING, where, thrown);
        }
    }

    private enum Nothing implements VendorPart {
        INSTANCE;

        @Override
        public SortedMap<String, String> save() {
            return Collections.emptySortedMap();
        }

        @Override
        public void restore(SortedMap<String, String> state) {}
    }
}
