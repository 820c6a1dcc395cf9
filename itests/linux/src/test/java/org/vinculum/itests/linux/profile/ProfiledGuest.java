package org.vinculum.itests.linux.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculum.itests.linux.DebianKernel;
import org.vinculum.itests.linux.InstalledParts;
import org.vinculum.itests.linux.TestedGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.run.Parts;

/// A tested guest whose SMMU, kernel and memory are chosen, in small steps.
final class ProfiledGuest {
    /// The model unless another one is asked for: the highest that there is.
    static final String HIGHEST = "smmuv3-3.3";

    private final TestedGuest guest = new TestedGuest();
    private final Map<String, Long> identification = new LinkedHashMap<>();
    private final String mode;
    private String model = HIGHEST;
    private String kernel = "cloud";
    private String words = "";
    private long memory = LiveGuestDescription.DEFAULT_MEMORY;
    private Parts parts = new InstalledParts();

    ProfiledGuest(String mode) {
        this.mode = mode;
    }

    ProfiledGuest model(String name) {
        model = name;
        return this;
    }

    /// @param values as in `IDR0=0x0d4c101b,IDR1=0x00e70010`; empty for the model's own
    ProfiledGuest identification(String values) {
        for (String value : values.split(",")) {
            if (!value.isEmpty()) {
                String[] sides = value.split("=");
                identification.put(sides[0], Long.decode(sides[1]));
            }
        }
        return this;
    }

    ProfiledGuest kernel(String name) {
        kernel = name;
        return this;
    }

    /// @param names of the guest's tests, as in `probe,copy`
    ProfiledGuest tests(String names) {
        return words("vinculum.tests=" + names);
    }

    /// @param more of the kernel's command line
    ProfiledGuest words(String more) {
        words = (words + " " + more).strip();
        return this;
    }

    ProfiledGuest gibibytes(int size) {
        memory = (long) size << 30;
        return this;
    }

    ProfiledGuest parts(Parts other) {
        parts = other;
        return this;
    }

    LiveReport run() throws InterruptedException {
        var description =
                new LiveGuestDescription(
                        mode,
                        model,
                        identification,
                        Optional.of(DebianKernel.named(kernel).image()),
                        Optional.empty(),
                        words,
                        memory,
                        2,
                        TestedGuest.LIMIT,
                        Optional.empty());
        return guest.run(description, parts);
    }

    String printed() {
        return guest.printed();
    }
}
