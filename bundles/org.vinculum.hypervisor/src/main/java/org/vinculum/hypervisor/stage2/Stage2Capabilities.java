package org.vinculum.hypervisor.stage2;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.encoding.Oas;

/// What all SMMUs behind a domain can do with its stage 2, so that one set of tables serves them all.
///
/// @param outputBits of physical addresses, at most 48; intermediate ones have no more (IHI 0070, 3.4)
/// @param coherent walks of all of them see memory as CPUs do
/// @param changesInPlace a block may become a table without being invalid in between
public record Stage2Capabilities(int outputBits, boolean coherent, boolean changesInPlace) {
    private static final Stage2Capabilities MOST = new Stage2Capabilities(48, true, true);

    /// What they have in common; with none everything.
    ///
    /// @throws MachineRefusedException with all reasons of all that cannot use our tables
    public static Stage2Capabilities of(List<Stage2Hardware> hosts) {
        List<String> reasons = new ArrayList<>();
        Stage2Capabilities common = MOST;
        for (Stage2Hardware host : hosts) {
            reasons.addAll(host.refusals());
            common = common.with(host);
        }
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
        return common;
    }

    private Stage2Capabilities with(Stage2Hardware host) {
        return new Stage2Capabilities(
                Math.min(outputBits, host.outputBits()),
                coherent && host.coherent(),
                changesInPlace && host.changesInPlace());
    }

    /// Why a further SMMU cannot use tables that were made for these: whole sentences, none when it can.
    public List<String> lacking(Stage2Hardware further) {
        List<String> reasons = new ArrayList<>(further.refusals());
        if (further.outputBits() < outputBits) {
            reasons.add(
                    "%s has addresses of %d bits, where %d are in use."
                            .formatted(further.path(), further.outputBits(), outputBits));
        }
        if (coherent && !further.coherent()) {
            reasons.add(further.path() + " does not walk tables coherently.");
        }
        if (changesInPlace && !further.changesInPlace()) {
            reasons.add(further.path() + " does not let blocks change in place.");
        }
        return reasons;
    }

    /// The size of a guest's physical addresses: the least of those that IDR5.OAS knows in which everything it has lies.
    ///
    /// @param guest what it has at guest physical addresses
    /// @throws MachineRefusedException when the SMMUs have too few bits for it
    public int inputBits(List<AddressRange> guest) {
        long last = 0;
        for (AddressRange range : guest) {
            if (range.size() != 0) {
                last |= range.start().value() + range.size() - 1;
            }
        }
        int needed = Long.SIZE - Long.numberOfLeadingZeros(last);
        for (Oas size : Oas.values()) {
            if (size.bits() >= needed && size.bits() <= outputBits) {
                return size.bits();
            }
        }
        throw new MachineRefusedException(
                List.of(
                        "The guest's addresses need %d bits, its SMMUs have %d."
                                .formatted(needed, outputBits)));
    }
}
