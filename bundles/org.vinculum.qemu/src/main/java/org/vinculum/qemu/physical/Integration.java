package org.vinculum.qemu.physical;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr5;

/// What the system that an SMMU is built into decides of its identification registers, and not its designer.
///
/// Stream IDs are as wide as the system's, addresses have no more bits than its buses, and the frame has no room for pages
/// of enhanced command queues. No device asks for pages, and no interrupt of a page request queue is wired, so there is
/// none: Linux would warn that page requests are broken.
final class Integration {
    /// What the `virt` machine's processors have at most.
    private static final Oas BUSES = Oas.BITS_48;

    private Integration() {}

    /// Values by architectural name, of which those that are asked for come through as they are.
    ///
    /// @param own of the model
    /// @param common what else it is to show; all of it where several models take turns
    static Map<String, Long> of(
            OwnRegisters own, Map<String, Long> common, GuestSmmuDescription description) {
        Map<String, Long> values = new LinkedHashMap<>(description.identification());
        boolean pri = Idr0.PRI.isSet(values.getOrDefault("IDR0", 0L).intValue());
        values.putIfAbsent("IDR0", unsigned(Idr0.PRI.in(own.idr0().value(), 0)));
        if (values.putIfAbsent("IDR1", unsigned(sizes(own.idr1(), description, pri))) == null) {
            values.putIfAbsent("IDR6", 0L);
        }
        values.putIfAbsent("IDR5", unsigned(addresses(own.idr5())));
        common.forEach(values::putIfAbsent);
        return values;
    }

    private static int sizes(Idr1 own, GuestSmmuDescription description, boolean pri) {
        int streams = Math.min(own.get(Idr1.SIDSIZE), description.sidBits());
        int sized = Idr1.ECMDQ.in(Idr1.SIDSIZE.in(own.value(), streams), 0);
        return pri ? sized : Idr1.PRIQS.in(sized, 0);
    }

    private static int addresses(Idr5 own) {
        int size = Math.min(own.get(Idr5.OAS), BUSES.encoding());
        return Idr5.OAS.in(own.value(), size);
    }

    private static long unsigned(int register) {
        return Integer.toUnsignedLong(register);
    }
}
