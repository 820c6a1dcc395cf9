package org.vinculum.itests.linux.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculum.qemu.physical.OwnRegisters;
import org.vinculum.smmu.spec.register.Idr0;

/// How an SMMU says that it interrupts (IHI 0070, 3.18), beside queues that are small.
enum Signalling {
    WIRED,
    MESSAGES;

    /// 2^7 events and 2^8 commands: few enough to overflow and to wrap.
    private static final long SMALL_QUEUES = 0x0107_0010;

    /// Values of identification registers.
    Map<String, Long> identification() {
        int messages = this == MESSAGES ? 1 : 0;
        int idr0 = Idr0.MSI.in(own(), messages);
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("IDR0", Integer.toUnsignedLong(idr0));
        values.put("IDR1", SMALL_QUEUES);
        return values;
    }

    /// What the model says, without page requests, which nobody here makes. A virtual SMMU shows no more than this.
    private static int own() {
        var model = FaultyModels.of(FaultyGuest.MODEL, Fault.NONE).orElseThrow();
        return Idr0.PRI.in(OwnRegisters.of(model).idr0().value(), 0);
    }
}
