package org.vinculum.commands.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Machine;
import org.vinculum.swap.SwapReport;

/// Finds what a user wants swapped: an SMMU by its path or number, or a domain's virtual IOMMUs.
///
/// @param machines by name, in the order they are shown in
public record SwapPlaces(Map<String, Machine> machines) {
    private static final String NUMBERED = "smmu";

    /// One place that can be swapped.
    @FunctionalInterface
    interface Swap {
        /// @param model a name or a filter
        /// @throws org.vinculum.swap.SwapRefusedException when what stands there goes on
        SwapReport to(String model);
    }

    /// The places a word means, at least one and all of one machine.
    ///
    /// @param word `smmu0`, a path, `web`, `web/0`, each behind `MACHINE:` or not
    /// @throws UsageException when there is no such place, or one in several machines
    List<Swap> find(String word) {
        List<Swap> found = List.of();
        List<String> in = new ArrayList<>();
        for (Map.Entry<String, Machine> machine : machines.entrySet()) {
            String prefix = machine.getKey() + ":";
            String place = word.startsWith(prefix) ? word.substring(prefix.length()) : word;
            List<Swap> here = in(machine.getValue(), place);
            if (!here.isEmpty()) {
                found = here;
                in.add(prefix + place);
            }
        }
        if (in.size() > 1) {
            throw new UsageException("which one is meant: " + String.join(" or ", in) + "?");
        }
        if (in.isEmpty()) {
            throw new UsageException(
                    "there is no SMMU and no domain '"
                            + word
                            + "'; vinculum:smmus and vinculum:domains list them");
        }
        return found;
    }

    private static List<Swap> in(Machine machine, String word) {
        Optional<String> smmu = smmu(SmmuNames.of(machine), word);
        if (smmu.isPresent()) {
            return List.of(model -> machine.swap(smmu.get(), model));
        }
        Optional<Domain> whole = machine.domain(word);
        if (whole.isPresent()) {
            return all(whole.get());
        }
        int slash = word.lastIndexOf('/');
        return slash <= 0
                ? List.of()
                : machine.domain(word.substring(0, slash))
                        .map(domain -> one(domain, number(word.substring(slash + 1))))
                        .orElse(List.of());
    }

    private static Optional<String> smmu(List<String> paths, String word) {
        if (paths.contains(word)) {
            return Optional.of(word);
        }
        int number = word.startsWith(NUMBERED) ? number(word.substring(NUMBERED.length())) : -1;
        return number >= 0 && number < paths.size()
                ? Optional.of(paths.get(number))
                : Optional.empty();
    }

    private static List<Swap> all(Domain domain) {
        List<Swap> all = new ArrayList<>();
        int viommus = domain.traffic().size();
        for (int i = 0; i < viommus; i++) {
            all.addAll(one(domain, i));
        }
        return all;
    }

    // Whether there is such a virtual IOMMU is for the domain to say.
    private static List<Swap> one(Domain domain, int viommu) {
        return viommu < 0 ? List.of() : List.of(type -> domain.swap(viommu, type));
    }

    /// -1 for what is no number.
    private static int number(String digits) {
        try {
            return digits.startsWith("+") ? -1 : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
