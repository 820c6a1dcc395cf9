package org.vinculum.hypervisor.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineDescription.Smmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.memory.MessageFrame;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// Why a machine cannot be as it is described.
final class MachineRefusals {
    private static final long RAM_PIECES = 2L << 20;

    private final Installed installed;
    private final List<String> reasons = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    /// @param what it is, for people
    private record Piece(String what, AddressRange range) {}

    private MachineRefusals(Installed installed) {
        this.installed = installed;
    }

    /// @throws MachineRefusedException with every reason there is
    static void check(MachineDescription description, Installed installed) {
        MachineRefusals refusals = new MachineRefusals(installed);
        refusals.smmus(description.smmus());
        description.ram().forEach(refusals::ram);
        for (Ram shared : description.shared()) {
            refusals.place("shared RAM", AddressRange.of(shared.start(), shared.size()));
        }
        description.messageFrame().ifPresent(refusals::messages);
        if (installed.policy(description.policy()).isEmpty()) {
            refusals.reasons.add("No policy " + description.policy() + " is installed.");
        }
        if (!refusals.reasons.isEmpty()) {
            throw new MachineRefusedException(refusals.reasons);
        }
    }

    private void smmus(List<Smmu> smmus) {
        Set<String> paths = new HashSet<>();
        for (Smmu smmu : smmus) {
            if (!paths.add(smmu.path())) {
                reasons.add("There are two SMMUs " + smmu.path() + ".");
            }
            model(smmu);
            place(smmu.path(), smmu.frame());
        }
    }

    private void model(Smmu smmu) {
        try {
            if (installed.contenders(smmu.model()).isEmpty()) {
                reasons.add("No model " + smmu.model() + " is installed, for " + smmu.path() + ".");
            }
        } catch (IllegalArgumentException e) {
            reasons.add(smmu.path() + ": " + e.getMessage() + ".");
        }
    }

    private void ram(AddressRange range) {
        if (range.size() == 0 || (range.start().value() | range.size()) % RAM_PIECES != 0) {
            reasons.add("RAM at " + range + " is not whole pieces of 2 MiB.");
        }
        place("RAM", range);
    }

    private void messages(AddressRange frame) {
        if (frame.size() != MessageFrame.SIZE || frame.start().value() % MessageFrame.SIZE != 0) {
            reasons.add("The message frame at " + frame + " is not 64 KiB.");
        }
        place("the message frame", frame);
    }

    private void place(String what, AddressRange range) {
        for (Piece other : pieces) {
            if (other.range().overlaps(range)) {
                reasons.add(
                        "%s at %s and %s at %s overlap."
                                .formatted(capital(other.what()), other.range(), what, range));
            }
        }
        pieces.add(new Piece(what, range));
    }

    private static String capital(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
