package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.SmmuV3;

/// An SMMUv3 as JSON. The flags that make a field valid are set when the field is said; only a table that does otherwise
/// says them.
final class SmmuV3Form implements NodeForm<SmmuV3> {
    private static final String PXM = "proximityDomain";
    private static final String PXM_VALID = "proximityDomainValid";
    private static final String INDEX = "deviceIdIndex";
    private static final String INDEX_VALID = "deviceIdIndexValid";

    private static final int TAIL_SINCE = 1;
    private static final int INDEX_VALID_SINCE = 5;
    private static final int MAX_HTTU = 3;
    private static final int KNOWN_FLAGS =
            SmmuV3.COHACC_OVERRIDE
                    | SmmuV3.HTTU_OVERRIDE
                    | SmmuV3.PXM_VALID
                    | SmmuV3.DEVICE_ID_VALID;

    @Override
    public void write(SmmuV3 node, JsonOutput json, Labels labels) throws IOException {
        json.named("model", Names.SMMUV3_MODELS, node.model());
        json.hex("base", node.base());
        json.hexUnlessZero("vatos", node.vatos());
        json.flag("cohaccOverride", node.coherent());
        json.numberUnlessZero("httuOverride", (node.flags() & SmmuV3.HTTU_OVERRIDE) >> 1);
        json.wordUnlessZero("reservedFlags", node.flags() & ~KNOWN_FLAGS);
        json.numberUnlessZero("eventGsiv", node.eventGsiv());
        json.numberUnlessZero("priGsiv", node.priGsiv());
        json.numberUnlessZero("gerrGsiv", node.gerrGsiv());
        json.numberUnlessZero("syncGsiv", node.syncGsiv());
        writeProximityDomain(node, json);
        writeDeviceIdIndex(node, json);
    }

    private static void writeProximityDomain(SmmuV3 node, JsonOutput json) throws IOException {
        boolean valid = (node.flags() & SmmuV3.PXM_VALID) != 0;
        boolean said = valid && node.head().revision() >= TAIL_SINCE || node.proximityDomain() != 0;
        if (said) {
            json.number(PXM, node.proximityDomain());
        }
        if (valid != said) {
            json.truth(PXM_VALID, valid);
        }
    }

    private static void writeDeviceIdIndex(SmmuV3 node, JsonOutput json) throws IOException {
        boolean valid = (node.flags() & SmmuV3.DEVICE_ID_VALID) != 0;
        boolean said = node.hasDeviceIdIndex() || node.deviceIdIndex() != 0;
        if (said) {
            json.number(INDEX, node.deviceIdIndex());
        }
        if (valid != (said && node.head().revision() >= INDEX_VALID_SINCE)) {
            json.truth(INDEX_VALID, valid);
        }
    }

    @Override
    public SmmuV3 read(NodeSource source) {
        ObjectReader node = source.members();
        NodeHead head = head(source);
        return new SmmuV3(
                head,
                node.hex("base", Long.SIZE),
                flags(node, head),
                node.hex("vatos", Long.SIZE, 0),
                node.named("model", Names.SMMUV3_MODELS, 0xffff_ffffL, SmmuV3.GENERIC),
                gsiv(node, "eventGsiv"),
                gsiv(node, "priGsiv"),
                gsiv(node, "gerrGsiv"),
                gsiv(node, "syncGsiv"),
                node.number(PXM, 0, 0xffff_ffffL, 0),
                node.number(INDEX, 0, 0xffff_ffffL, 0),
                source.mappings());
    }

    // From revision 5 the index counts whatever the interrupts are, which is what somebody who says
    // it means.
    private static NodeHead head(NodeSource source) {
        boolean index = source.members().has(INDEX);
        int least = index || source.members().has(PXM) ? TAIL_SINCE : 0;
        return source.head(least, index ? INDEX_VALID_SINCE : least);
    }

    private static int flags(ObjectReader node, NodeHead head) {
        boolean indexCounts = node.has(INDEX) && head.revision() >= INDEX_VALID_SINCE;
        return Flags.bit(SmmuV3.COHACC_OVERRIDE, node.flag("cohaccOverride"))
                | (int) node.number("httuOverride", 0, MAX_HTTU, 0) << 1
                | Flags.bit(SmmuV3.PXM_VALID, node.flag(PXM_VALID, node.has(PXM)))
                | Flags.bit(SmmuV3.DEVICE_ID_VALID, node.flag(INDEX_VALID, indexCounts))
                | Flags.read(node, "reservedFlags", KNOWN_FLAGS);
    }

    private static long gsiv(ObjectReader node, String name) {
        return node.number(name, 0, 0xffff_ffffL, 0);
    }
}
