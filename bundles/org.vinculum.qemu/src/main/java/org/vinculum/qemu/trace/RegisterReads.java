package org.vinculum.qemu.trace;

import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gerror;

/// Reading registers, of an SMMU or of its twin.
interface RegisterReads {
    /// As [org.vinculum.iommu.IommuModel#read].
    long read(long offset, int width);

    default int read(int offset) {
        return (int) read(offset, Integer.BYTES);
    }

    /// Whether the command queue has stopped (IHI 0070, 6.3.19).
    default boolean commandError() {
        return Gerror.CMDQ_ERR.isSet(read(Gerror.OFFSET) ^ read(Gerror.ACK_OFFSET));
    }

    /// Whether events have been lost that software has not heard of (IHI 0070, 7.4).
    ///
    /// @param producer the offset of EVENTQ_PROD
    default boolean overflow(int producer) {
        return EventqProd.OVFLG.isSet(read(producer) ^ read(consumer(producer)));
    }

    /// The offset of EVENTQ_CONS beside an EVENTQ_PROD.
    static int consumer(int producer) {
        return producer + EventqCons.OFFSET - EventqProd.OFFSET;
    }
}
