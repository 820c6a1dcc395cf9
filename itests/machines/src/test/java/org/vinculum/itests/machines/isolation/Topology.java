package org.vinculum.itests.machines.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.vinculum.domain.MachineDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.AddressRange;

/// The machine of the run: SMMUs of different kinds, each with the same stream IDs, and which guest has which of them. On every
/// SMMU all guests know their stream by the same virtual ID.
final class Topology {
    static final List<String> MODELS =
            List.of(
                    "smmuv3-3.0",
                    "smmuv3-3.3",
                    "mmu-700-r1p1",
                    "thunderx2",
                    "hi161x",
                    "mmu-600-r2p0");

    static final int SMMUS = MODELS.size();

    /// Guests with a virtual SMMU.
    static final int GUESTS = 8;

    /// Behind each SMMU; the last is that of the guest without a virtual one.
    static final int SLOTS = GUESTS + 1;

    static final int FIRST_PSID = 0x101;
    static final int FIRST_VSID = 1;

    private static final int THUNDERX2 = 3;
    private static final int HI161X = 4;
    private static final long FRAMES = 0x1000_0000L;
    private static final long FRAME = 0x2_0000L;
    private static final long WINDOWS = 0x3000_0000L;
    private static final long MESSAGES = 0x0808_0000L;

    private Topology() {}

    static MachineDescription machine(int budget) {
        return machine(budget, MODELS::get, Map.of());
    }

    /// @param models by the number of the SMMU
    /// @param identification as for [MachineDescription.Smmu], of all of them
    static MachineDescription machine(
            int budget, IntFunction<String> models, Map<String, Long> identification) {
        List<MachineDescription.Smmu> smmus = new ArrayList<>();
        for (int i = 0; i < SMMUS; i++) {
            smmus.add(
                    new MachineDescription.Smmu(
                            path(i),
                            AddressRange.of(FRAMES + i * FRAME, FRAME),
                            models.apply(i),
                            identification));
        }
        return new MachineDescription(
                smmus,
                List.of(AddressRange.of(Ledger.RAM, Ledger.BYTES)),
                Optional.of(AddressRange.of(MESSAGES, 0x1_0000)),
                budget,
                MachineDescription.DEFAULT_POLICY);
    }

    /// Where the device of the host is that a guest may be shown.
    static long window(int guest) {
        return WINDOWS + ((long) guest << GuestLayout.WINDOW_BITS);
    }

    /// Whether a host physical address is where messages go, which every guest may have its devices do.
    static boolean isMessage(long physical) {
        return physical >>> 16 == MESSAGES >>> 16;
    }

    static String path(int smmu) {
        return "/smmu" + smmu;
    }

    static PhysicalStream stream(int smmu, int slot) {
        return PhysicalStream.of(path(smmu), FIRST_PSID + slot);
    }

    /// Whether devices of a guest sit behind an SMMU.
    static boolean has(int guest, int smmu) {
        if (stalls(guest)) {
            return smmu <= 1 || smmu == HI161X && guest == 2;
        }
        return switch (guest) {
            case 0 -> true;
            case 1, 5 -> smmu != THUNDERX2 && smmu != HI161X;
            default -> (smmu + guest) % 3 != 0;
        };
    }

    /// Whether a guest has asked for stalls.
    static boolean stalls(int guest) {
        return guest == 2 || guest == 6;
    }

    /// Whether a guest has asked for ATS.
    static boolean ats(int guest) {
        return guest == 1 || guest == 5 || guest == 6;
    }

    /// The place of a guest's stream behind an SMMU.
    static int slot(int guest, int smmu) {
        return guest == GUESTS ? GUESTS : (guest + smmu) % GUESTS;
    }

    /// Which guest a place is meant for.
    static int guest(int smmu, int slot) {
        return slot == GUESTS ? GUESTS : Math.floorMod(slot - smmu, GUESTS);
    }

    static int vsid(int smmu) {
        return FIRST_VSID + smmu;
    }
}
