package org.vinculum.qemu.trace;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.scenario.model.Recording;
import org.vinculum.smmu.spec.register.AtosCtrl;
import org.vinculum.smmu.spec.register.AtosPar;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.PriqProd;

/// The registers with which an SMMU answers: each is in the trace when it has changed.
final class OutputRegisters {
    private static final long ALL = -1;

    private final RegisterReads twin;
    private final List<Output> outputs = new ArrayList<>();

    private static final class Output {
        private final int offset;
        private final int width;
        private long latest;

        private Output(int offset, int width) {
            this.offset = offset;
            this.width = width;
        }
    }

    OutputRegisters(RegisterReads twin, long frameSize) {
        this.twin = twin;
        int[] offsets = {
            Cr0.ACK_OFFSET,
            Gbpa.OFFSET,
            IrqCtrl.ACK_OFFSET,
            Gerror.OFFSET,
            CmdqCons.OFFSET,
            EventqProd.ALIAS_OFFSET,
            PriqProd.ALIAS_OFFSET,
            AtosCtrl.OFFSET,
            EventqProd.OFFSET,
            PriqProd.OFFSET
        };
        for (int offset : offsets) {
            if (offset < frameSize) {
                outputs.add(new Output(offset, Integer.BYTES));
            }
        }
        outputs.add(new Output(AtosPar.OFFSET, Long.BYTES));
        for (Output output : outputs) {
            output.latest = twin.read(output.offset, output.width);
        }
    }

    /// Writes down what has changed.
    ///
    /// @param consumed whether the trace says already that all commands are
    void record(boolean consumed, Recording recording) {
        for (Output output : outputs) {
            long value = twin.read(output.offset, output.width);
            if (value != output.latest) {
                output.latest = value;
                if (output.offset != CmdqCons.OFFSET) {
                    recording.read(output.offset, output.width, value, ALL);
                } else if (!consumed) {
                    recording.read(output.offset, output.width, value, consumerMask());
                }
            }
        }
    }

    /// The error code is unknown where there is no error (IHI 0070, 6.3.28).
    private long consumerMask() {
        return CmdqCons.RD.mask() | (twin.commandError() ? CmdqCons.ERR.mask() : 0);
    }
}
