package org.vinculum.smmu.register;

import org.vinculum.iommu.Access;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.AtosAddr;
import org.vinculum.smmu.spec.register.AtosCtrl;
import org.vinculum.smmu.spec.register.AtosPar;
import org.vinculum.smmu.spec.register.AtosSid;
import org.vinculum.smmu.walk.Translator;

/// GATOS: software asks what an address of a stream is translated to (IHI 0070, 6.3.37 to 6.3.40, 9.1). The answer is there when
/// the write of RUN returns.
final class AddressTranslation {
    private static final int STAGE_1 = 1;
    private static final int STAGE_2 = 2;
    private static final int BOTH = STAGE_1 | STAGE_2;
    private static final int INVALID_REQUEST = 0xff;

    private final Identification identification;
    private final GlobalControl control;
    private final Translator translator;
    private final WideRegister stream;
    private final WideRegister address = new WideRegister(addressBits(), () -> false);
    private final WideRegister result = new WideRegister(-1, () -> true);

    AddressTranslation(
            Identification identification, GlobalControl control, Translator translator) {
        this.identification = identification;
        this.control = control;
        this.translator = translator;
        this.stream = new WideRegister(streamBits(identification), () -> false);
    }

    private static long streamBits(Identification identification) {
        long streams = (1L << identification.sidSize()) - 1;
        if (identification.ssidSize() == 0) {
            return streams;
        }
        long substreams = AtosSid.SUBSTREAMID.of((1L << identification.ssidSize()) - 1);
        return streams | substreams | AtosSid.SSID_VALID.mask();
    }

    private static long addressBits() {
        return AtosAddr.ADDR.mask()
                | AtosAddr.TYPE.mask()
                | AtosAddr.PNU.mask()
                | AtosAddr.RNW.mask()
                | AtosAddr.IND.mask()
                | AtosAddr.HTTUI.mask();
    }

    void place(RegisterFile file) {
        file.place(AtosCtrl.OFFSET, new Port(() -> 0, this::run));
        file.place(AtosSid.OFFSET, stream);
        file.place(AtosAddr.OFFSET, address);
        file.place(AtosPar.OFFSET, result);
    }

    /// From a saved state.
    void result(long restored) {
        result.set(restored);
    }

    private void run(int written) {
        if (AtosCtrl.RUN.isSet(written) && control.translating()) {
            int stages = (int) AtosAddr.TYPE.get(address.value());
            result.set(possible(stages) ? translated(stages) : invalidRequest());
        }
    }

    private boolean possible(int stages) {
        return switch (stages) {
            case STAGE_1 -> identification.s1p();
            case STAGE_2 -> identification.s2p() && !AtosSid.SSID_VALID.isSet(stream.value());
            case BOTH -> identification.s1p() && identification.s2p();
            default -> false;
        };
    }

    private long translated(int stages) {
        long asked = address.value();
        long from = stream.value();
        int substream = AtosSid.SSID_VALID.isSet(from) ? (int) AtosSid.SUBSTREAMID.get(from) : -1;
        return translator.probe(
                (int) AtosSid.STREAMID.get(from),
                substream,
                AtosAddr.ADDR.inPlace(asked),
                access(asked),
                stages,
                AtosAddr.HTTUI.isSet(asked));
    }

    private static int access(long asked) {
        int access = AtosAddr.PNU.isSet(asked) ? Access.PRIVILEGED : 0;
        if (!AtosAddr.RNW.isSet(asked)) {
            return access | Access.WRITE;
        }
        return access | Access.READ | (AtosAddr.IND.isSet(asked) ? Access.INSTRUCTION : 0);
    }

    private static long invalidRequest() {
        return AtosPar.FAULT.of(true) | AtosPar.Failure.FAULTCODE.of(INVALID_REQUEST);
    }
}
