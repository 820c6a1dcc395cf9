package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.RootComplex;

/// A PCI root complex as JSON.
final class RootComplexForm implements NodeForm<RootComplex> {
    private static final int KNOWN_ATS =
            RootComplex.ATS_SUPPORTED | RootComplex.PRI_SUPPORTED | RootComplex.PASID_FORWARDED;

    @Override
    public void write(RootComplex node, JsonOutput json, Labels labels) throws IOException {
        json.number("segment", node.segment());
        MemoryForm.write(node.memory(), json);
        json.flag("ats", node.atsSupported());
        json.flag("pri", node.priSupported());
        json.flag("pasidForwarded", node.pasidForwarded());
        json.wordUnlessZero("reservedAts", node.ats() & ~KNOWN_ATS);
        json.numberUnlessZero("addressLimit", node.addressLimit());
        json.numberUnlessZero("pasidBits", node.pasidCapabilities() & RootComplex.PASID_WIDTH);
        json.hexUnlessZero(
                "reservedCapabilities", node.pasidCapabilities() & ~RootComplex.PASID_WIDTH);
        json.flag("pasid", (node.flags() & RootComplex.PASID_SUPPORTED) != 0);
        json.wordUnlessZero("reservedFlags", node.flags() & ~RootComplex.PASID_SUPPORTED);
    }

    @Override
    public RootComplex read(NodeSource source) {
        ObjectReader node = source.members();
        int addressLimit = (int) node.number("addressLimit", 0, 0xff, 0);
        int capabilities =
                (int) node.number("pasidBits", 0, RootComplex.PASID_WIDTH, 0)
                        | Flags.read(
                                node, "reservedCapabilities", Short.SIZE, RootComplex.PASID_WIDTH);
        int flags =
                Flags.bit(RootComplex.PASID_SUPPORTED, node.flag("pasid"))
                        | Flags.read(node, "reservedFlags", RootComplex.PASID_SUPPORTED);
        return new RootComplex(
                source.head(least(addressLimit, capabilities, flags)),
                MemoryForm.read(node),
                ats(node),
                node.number("segment", 0, 0xffff_ffffL),
                addressLimit,
                capabilities,
                flags,
                source.mappings());
    }

    private static int ats(ObjectReader node) {
        return Flags.bit(RootComplex.ATS_SUPPORTED, node.flag("ats"))
                | Flags.bit(RootComplex.PRI_SUPPORTED, node.flag("pri"))
                | Flags.bit(RootComplex.PASID_FORWARDED, node.flag("pasidForwarded"))
                | Flags.read(node, "reservedAts", KNOWN_ATS);
    }

    private static int least(int addressLimit, int capabilities, int flags) {
        if (flags != 0) {
            return 4;
        }
        if (capabilities != 0) {
            return 2;
        }
        return addressLimit == 0 ? 0 : 1;
    }
}
