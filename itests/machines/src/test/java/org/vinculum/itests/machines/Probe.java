package org.vinculum.itests.machines;

import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

/// A device that asks for translations and moves nothing, so that what its SMMU remembers can be seen. Belongs to one thread.
public final class Probe {
    private static final int NO_SUBSTREAM = -1;

    private final Outcome outcome = new Outcome();
    private final DmaPort port;

    public Probe(TestedMachine machine, int smmu, int psid) {
        port = machine.machine.connect(PhysicalStream.of("/smmu" + smmu, psid), Device.SIMPLE);
    }

    /// Where a read goes, as [DmaPort#translate].
    public long read(long address) {
        return port.translate(NO_SUBSTREAM, address, Access.READ, outcome);
    }

    /// Whether a read gets through, by what the SMMU remembers.
    public boolean remembered(long address) {
        return read(address) >= 0 && outcome.remembered();
    }

    /// Whether a read gets through, after a walk of tables.
    public boolean walked(long address) {
        return read(address) >= 0 && !outcome.remembered();
    }

    /// As [DmaPort#requestTranslation] of a read.
    public long request(long address) {
        return port.requestTranslation(NO_SUBSTREAM, address, Access.READ, outcome);
    }

    /// Where a read goes that has an address from [#request].
    public long readTranslated(long address) {
        return port.translate(NO_SUBSTREAM, address, Access.READ | Access.TRANSLATED, outcome);
    }
}
