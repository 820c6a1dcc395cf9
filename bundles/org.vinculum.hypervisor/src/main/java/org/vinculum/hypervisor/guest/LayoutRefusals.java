package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.memory.MessageFrame;
import org.vinculum.memory.AddressRange;

/// Why a guest physical address space cannot be as it is asked for.
final class LayoutRefusals extends Refusals {
    private final List<Piece> pieces = new ArrayList<>();

    /// @param what it is, for people
    private record Piece(String what, AddressRange range) {}

    void plan(DomainDescription description, HostMachine machine) {
        description.ram().forEach(range -> plan("RAM", range));
        for (Window window : description.windows()) {
            plan("the window", window.guest());
            host(window, machine.windows());
        }
        windowsApart(description.windows(), machine);
        description.messageFrame().ifPresent(range -> messages(range, machine));
        for (VirtualIommuDescription viommu : description.viommus()) {
            plan("the virtual IOMMU", viommu.registers());
        }
    }

    private void plan(String what, AddressRange range) {
        long start = range.start().value();
        boolean pages = range.size() != 0 && (start | range.size()) % MachineMemory.PAGE == 0;
        refuse(!pages, "%s at guest %s is not whole pages.", capital(what), range);
        for (Piece other : pieces) {
            refuse(
                    other.range().overlaps(range),
                    "%s at guest %s overlaps %s at %s.",
                    capital(what),
                    range,
                    other.what(),
                    other.range());
        }
        pieces.add(new Piece(what, range));
    }

    private static String capital(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    private void host(Window window, Windows taken) {
        boolean pages = window.host().value() % MachineMemory.PAGE == 0;
        refuse(!pages, "The window to host %s does not begin with a page.", window.host());
        Optional<AddressRange> host = hostRange(window);
        refuse(host.isEmpty(), "The window to host %s has no end.", window.host());
        host.flatMap(taken::refusal).ifPresent(reason -> refuse(true, "%s", reason));
    }

    private static Optional<AddressRange> hostRange(Window window) {
        long start = window.host().value();
        long last = start + window.guest().size() - 1;
        return Long.compareUnsigned(last, start) < 0
                ? Optional.empty()
                : Optional.of(AddressRange.of(start, window.guest().size()));
    }

    private void windowsApart(List<Window> windows, HostMachine machine) {
        List<AddressRange> hosts = new ArrayList<>();
        for (Window window : windows) {
            hostRange(window).ifPresent(hosts::add);
        }
        hosts.removeIf(host -> machine.messageFrame().filter(host::equals).isPresent());
        for (int i = 0; i < hosts.size(); i++) {
            for (int j = 0; j < i; j++) {
                refuse(
                        hosts.get(i).overlaps(hosts.get(j)),
                        "Two windows lead to the same host memory: %s and %s.",
                        hosts.get(j),
                        hosts.get(i));
            }
        }
    }

    private void messages(AddressRange guest, HostMachine machine) {
        plan("the message frame", guest);
        boolean frame = guest.size() == MessageFrame.SIZE;
        refuse(!frame, "A message frame has 64 KiB, not what is at guest %s.", guest);
        boolean there = machine.messageFrame().isPresent();
        refuse(!there, "The machine has no message frame for guest %s to lead to.", guest);
    }

    /// A further window of a domain that runs.
    void plug(Window window, DomainParts parts, Windows taken) {
        plan("the window", window.guest());
        host(window, taken);
        boolean there = parts.space().overlaps(window.guest());
        for (VirtualIommuDescription viommu : parts.described()) {
            there |= viommu.registers().overlaps(window.guest());
        }
        refuse(there, "Something is at guest %s already.", window.guest());
        long last = window.guest().start().value() + window.guest().size() - 1;
        refuse(
                last >>> parts.space().inputBits() != 0,
                "Guest %s is beyond the guest's %d address bits.",
                window.guest(),
                parts.space().inputBits());
    }
}
