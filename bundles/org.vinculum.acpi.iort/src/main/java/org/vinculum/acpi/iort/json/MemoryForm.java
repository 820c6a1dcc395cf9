package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.MemoryAccess;

/// Memory access properties as JSON; absent for a device that is not coherent and says no more.
final class MemoryForm {
    private static final String NAME = "memory";
    private static final String HINTS = "allocationHints";
    private static final int KNOWN_HINTS = 0xf;
    private static final int KNOWN_FLAGS =
            MemoryAccess.CPM | MemoryAccess.DACS | MemoryAccess.CANWBS;

    private MemoryForm() {}

    static void write(MemoryAccess memory, JsonOutput json) throws IOException {
        if (memory.equals(MemoryAccess.NOT_COHERENT)) {
            return;
        }
        json.startFlat(NAME);
        if (memory.cacheCoherency() <= 1) {
            json.truth("coherent", memory.coherent());
        } else {
            json.hex("cacheCoherency", memory.cacheCoherency());
        }
        json.flag("cpm", (memory.flags() & MemoryAccess.CPM) != 0);
        json.flag("dacs", (memory.flags() & MemoryAccess.DACS) != 0);
        json.flag("canwbs", (memory.flags() & MemoryAccess.CANWBS) != 0);
        if ((memory.allocationHints() & KNOWN_HINTS) != 0) {
            json.texts(HINTS, hints(memory.allocationHints()));
        }
        json.hexUnlessZero("reservedHints", memory.allocationHints() & ~KNOWN_HINTS);
        json.hexUnlessZero("reservedFlags", memory.flags() & ~KNOWN_FLAGS);
        json.hexUnlessZero("reserved", memory.reserved());
        json.end();
    }

    private static List<String> hints(int bits) {
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < Names.HINTS.all().size(); i++) {
            if ((bits >>> i & 1) != 0) {
                hints.add(Names.HINTS.name(i));
            }
        }
        return hints;
    }

    static MemoryAccess read(ObjectReader node) {
        ObjectReader memory = node.object(NAME, "memory access properties");
        boolean coherent = memory.flag("coherent");
        long cacheCoherency = memory.hex("cacheCoherency", Integer.SIZE, coherent ? 1 : 0);
        int hints = readHints(memory) | Flags.read(memory, "reservedHints", Byte.SIZE, KNOWN_HINTS);
        int flags =
                Flags.bit(MemoryAccess.CPM, memory.flag("cpm"))
                        | Flags.bit(MemoryAccess.DACS, memory.flag("dacs"))
                        | Flags.bit(MemoryAccess.CANWBS, memory.flag("canwbs"))
                        | Flags.read(memory, "reservedFlags", Byte.SIZE, KNOWN_FLAGS);
        int reserved = (int) memory.hex("reserved", Short.SIZE, 0);
        memory.refuseOthers();
        return new MemoryAccess(cacheCoherency, hints, reserved, flags);
    }

    private static int readHints(ObjectReader memory) {
        int bits = 0;
        for (JsonValue value : memory.elements(HINTS)) {
            int bit = value instanceof JsonValue.Text text ? Names.HINTS.number(text.found()) : -1;
            if (bit < 0) {
                throw memory.mistake(value, Names.HINTS.toString());
            }
            bits |= 1 << bit;
        }
        return bits;
    }
}
