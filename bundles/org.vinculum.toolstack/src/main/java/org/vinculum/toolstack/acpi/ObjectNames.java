package org.vinculum.toolstack.acpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vinculum.toolstack.host.ObjectPath;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.verdict.Verdict;

/// Gives every device that issues streams its object in the guest's ACPI namespace: the name it has on the host, or one of
/// ours by its place in the configuration.
public final class ObjectNames {
    private static final String OURS = "\\_SB_.P";
    private static final int DIGITS = 3;
    private static final int COUNT = 1 << 4 * DIGITS;

    private final Map<String, String> previous;
    private final Verdict verdict;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int next;

    /// @param previous names by device, from an earlier binding
    public ObjectNames(Map<String, String> previous, Verdict verdict) {
        this.previous = previous;
        this.verdict = verdict;
    }

    /// The devices with their names, in the same order.
    public List<Device> name(List<Device> devices) {
        devices.forEach(this::take);
        List<Device> named = new ArrayList<>(devices.size());
        for (Device device : devices) {
            named.add(device.streams().isEmpty() ? device : name(device));
        }
        return List.copyOf(named);
    }

    private Device name(Device device) {
        String name = nameOf(device);
        verdict.note(
                "guest-object-named",
                device.place(),
                "'"
                        + device.path()
                        + "' is "
                        + name
                        + " in the guest's ACPI namespace; its tables have to call it so"
                        + (device.node().isPresent() ? "" : ", and guest.dts does not have it"));
        return device.called(name);
    }

    // Names that are not ours to choose come first, so that no device's place can take them.
    private void take(Device device) {
        Optional<String> own = fixed(device);
        if (device.streams().isEmpty() || own.isEmpty()) {
            return;
        }
        if (!ObjectPath.isNameable(own.get())) {
            verdict.refuse(
                    "guest-object-invalid",
                    device.place(),
                    "no object of an ACPI namespace can be called '"
                            + device.path()
                            + "' (capital letters, digits and underscores, four to a segment)");
        }
        if (taken.add(own.get())) {
            names.put(device.path(), own.get());
        } else if (ObjectPath.isOne(device.path())) {
            verdict.refuse(
                    "guest-object-collision",
                    device.place(),
                    "the guest would have two objects called "
                            + own.get()
                            + "; the host's table describes '"
                            + device.path()
                            + "' twice");
            names.put(device.path(), own.get());
        }
    }

    private Optional<String> fixed(Device device) {
        return ObjectPath.isOne(device.path())
                ? Optional.of(ObjectPath.padded(device.path()))
                : Optional.ofNullable(previous.get(device.path())).filter(ObjectNames::isOurs);
    }

    private String nameOf(Device device) {
        String known = names.get(device.path());
        return known == null ? lowestFree(device) : known;
    }

    private String lowestFree(Device device) {
        while (next < COUNT) {
            String name = ours(next++);
            if (taken.add(name)) {
                return name;
            }
        }
        if (next++ == COUNT) {
            verdict.refuse(
                    "guest-objects-exhausted",
                    device.place(),
                    "a guest described by ACPI has names for " + COUNT + " platform devices");
        }
        return OURS;
    }

    private static String ours(int number) {
        String digits = Integer.toHexString(number).toUpperCase(Locale.ROOT);
        return OURS + "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static boolean isOurs(String name) {
        if (!name.startsWith(OURS) || name.length() != OURS.length() + DIGITS) {
            return false;
        }
        for (int i = OURS.length(); i < name.length(); i++) {
            if ("0123456789ABCDEF".indexOf(name.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
