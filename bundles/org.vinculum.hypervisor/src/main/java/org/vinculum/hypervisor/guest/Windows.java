package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.memory.AddressRange;

/// Host addresses outside the machine's own RAM that guests have or must not have: each belongs to one domain, but for the message frame. Used
/// under the administration's lock.
public final class Windows {
    private final List<AddressRange> own;
    private final List<AddressRange> shared;
    private final Optional<AddressRange> messageFrame;
    private final List<AddressRange> taken = new ArrayList<>();

    /// @param own the hypervisor's: RAM and the frames of SMMUs
    /// @param shared RAM that somebody else reaches too, of which a window is RAM or no window
    /// @param messageFrame whoever asks for it may have it
    public Windows(
            List<AddressRange> own,
            List<AddressRange> shared,
            Optional<AddressRange> messageFrame) {
        this.own = List.copyOf(own);
        this.shared = List.copyOf(shared);
        this.messageFrame = messageFrame;
    }

    /// Why a domain cannot have something; empty when it can.
    Optional<String> refusal(AddressRange host) {
        if (messageFrame.isPresent() && messageFrame.get().equals(host)) {
            return Optional.empty();
        }
        for (AddressRange range : own) {
            if (range.overlaps(host)) {
                return Optional.of("Host memory " + host + " is the machine's own: " + range + ".");
            }
        }
        for (AddressRange range : shared) {
            if (range.overlaps(host) && !within(range, host)) {
                return Optional.of(
                        "Host memory " + host + " is shared only in part: " + range + ".");
            }
        }
        for (AddressRange range : taken) {
            if (range.overlaps(host)) {
                return Optional.of("Host memory " + host + " is another window's: " + range + ".");
            }
        }
        return Optional.empty();
    }

    /// Whether it is RAM that is shared. What is not refused is so in all of its bytes or in none.
    boolean shared(AddressRange host) {
        for (AddressRange range : shared) {
            if (within(range, host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(AddressRange whole, AddressRange part) {
        long offset = part.start().value() - whole.start().value();
        return whole.contains(part.start()) && whole.size() - offset >= part.size();
    }

    void take(AddressRange host) {
        taken.add(host);
    }

    /// Gives back what [#take] took.
    void free(AddressRange host) {
        taken.remove(host);
    }
}
