package org.vinculum.qemu.vdma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.vinculum.domain.Device;

/// An engine in front of four pages to read and four to write.
abstract class EngineOnPages {
    static final int COPY = 0;
    static final int RAISE = 7;
    static final int TOUCH = 8;
    static final int PAGE = FakePort.PAGE;
    static final long FROM = 0x10_0000;
    static final long TO = 0x8000_0020_0000L;

    final FakePort port = new FakePort();
    final List<Integer> connected = new ArrayList<>();
    final Map<Integer, Device> devices = new HashMap<>();
    final StreamPorts ports =
            new StreamPorts((stream, device) -> {
                connected.add(stream.value());
                devices.put(stream.value(), device);
                return port;
            });
    final EngineBench bench = new EngineBench(ports, 0);

    @BeforeEach
    void mapFourPagesEach() {
        for (int i = 0; i < 4; i++) {
            byte[] page = port.page(FROM + i * PAGE);
            for (int at = 0; at < PAGE; at++) {
                page[at] = (byte) (i + 1 + at * 31);
            }
            port.page(TO + i * PAGE);
        }
    }

    byte[] all(long address) {
        byte[] all = new byte[4 * PAGE];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(port.page(address + i * PAGE), 0, all, i * PAGE, PAGE);
        }
        return all;
    }
}
