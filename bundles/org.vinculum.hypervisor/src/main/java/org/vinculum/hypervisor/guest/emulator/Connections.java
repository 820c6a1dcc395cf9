package org.vinculum.hypervisor.guest.emulator;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;

/// All that one emulator reaches, which is taken from it when it is rejected or replaced.
final class Connections {
    private final WaitingStalls stalls;
    private final GuestConnection guest;
    private final List<HostConnection> hosts = new ArrayList<>();

    Connections(GuestSurroundings guest, List<HostSmmu> hosts, WaitingStalls stalls) {
        this.stalls = stalls;
        this.guest = new GuestConnection(guest);
        hosts.forEach(this::add);
    }

    /// A further host, which is closed at first.
    HostConnection add(HostSmmu host) {
        HostConnection added = new HostConnection(host, hosts.size(), stalls);
        hosts.add(added);
        return added;
    }

    /// Takes the last one back.
    void removeLast() {
        hosts.removeLast().close();
    }

    GuestSurroundings surroundings() {
        return guest.surroundings();
    }

    List<HostSmmu> hosts() {
        return List.copyOf(hosts);
    }

    /// What the connections lead to, in their order.
    List<HostSmmu> behind() {
        List<HostSmmu> behind = new ArrayList<>();
        hosts.forEach(host -> behind.add(host.host()));
        return behind;
    }

    void open() {
        hosts.forEach(HostConnection::open);
        guest.open();
    }

    /// Takes over from connections to the same hosts.
    void openAfter(Connections before) {
        before.close();
        for (int i = 0; i < hosts.size(); i++) {
            hosts.get(i).openAfter(before.hosts.get(i));
        }
        guest.open();
    }

    void close() {
        hosts.forEach(HostConnection::close);
        guest.close();
    }
}
