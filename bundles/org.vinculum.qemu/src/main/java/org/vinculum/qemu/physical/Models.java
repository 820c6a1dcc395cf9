package org.vinculum.qemu.physical;

import java.util.List;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.scenario.model.ModelNames;

/// Finds the model that a guest is asked to have.
public final class Models {
    private static final String SMMUV3 = "smmuv3";

    private Models() {}

    /// @param name of a model, or of a family as `smmuv3`
    /// @param installed best first
    /// @throws LiveGuestRefusedException when it is not there, or is no SMMUv3
    public static IommuModelFactory find(String name, List<IommuModelFactory> installed) {
        IommuModelFactory found =
                ModelNames.find(name, installed)
                        .orElseThrow(() -> refused("No model " + name + " is installed."));
        if (!found.kind().equals(SMMUV3)) {
            throw refused("The model " + name + " is no SMMUv3, it is " + found.kind() + ".");
        }
        return found;
    }

    private static LiveGuestRefusedException refused(String reason) {
        return new LiveGuestRefusedException(List.of(reason));
    }
}
