package org.vinculum.hypervisor.stage2;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// What one physical SMMU says of its stage 2 (IHI 0070, 6.3).
///
/// @param path of the SMMU, for who is refused
public record Stage2Hardware(String path, Idr0 idr0, Idr3 idr3, Idr5 idr5) {
    private static final int AARCH64 = 0b10;
    private static final int BOTH = 0b11;
    private static final int BIG_ENDIAN = 0b11;
    private static final int CHANGES_IN_PLACE = 2;

    /// Addresses of tables with a granule of 4 KiB, without the extension for large ones (IHI 0070, 3.4).
    private static final int MOST_BITS = 48;

    public static Stage2Hardware of(HostDriver host) {
        return new Stage2Hardware(
                host.path(),
                new Idr0((int) host.identification("IDR0")),
                new Idr3((int) host.identification("IDR3")),
                new Idr5((int) host.identification("IDR5")));
    }

    /// Why it cannot use our tables: whole sentences, none when it can.
    List<String> refusals() {
        List<String> reasons = new ArrayList<>();
        refuse(reasons, !Idr0.S2P.isSet(idr0.value()), "has no stage 2");
        int formats = Idr0.TTF.get(idr0.value());
        refuse(reasons, formats != AARCH64 && formats != BOTH, "cannot read AArch64 tables");
        boolean big = Idr0.TTENDIAN.get(idr0.value()) == BIG_ENDIAN;
        refuse(reasons, big, "cannot read little-endian tables");
        refuse(reasons, !Idr5.GRAN4K.isSet(idr5.value()), "has no granule of 4 KiB");
        return reasons;
    }

    private void refuse(List<String> reasons, boolean refused, String what) {
        if (refused) {
            reasons.add(path + " " + what + ".");
        }
    }

    /// Bits of physical addresses, and of intermediate ones.
    int outputBits() {
        return Math.min(Oas.of(Idr5.OAS.get(idr5.value())).bits(), MOST_BITS);
    }

    /// Whether its walks see memory as CPUs do.
    boolean coherent() {
        return Idr0.COHACC.isSet(idr0.value());
    }

    /// Whether a block may become a table, or the other way round, without a break in between (IHI 0070, 3.21.1.3).
    boolean changesInPlace() {
        return Idr3.BBML.get(idr3.value()) == CHANGES_IN_PLACE;
    }
}
