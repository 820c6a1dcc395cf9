package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.Smmu.Interrupt;
import org.vinculum.acpi.model.TableArray;

/// An SMMUv1 or SMMUv2 as JSON.
final class SmmuForm implements NodeForm<Smmu> {
    static final String GLOBAL = "globalInterrupts";
    static final String CONTEXT = "contextInterrupts";
    static final String PMU = "pmuInterrupts";

    private static final int KNOWN_FLAGS = Smmu.DVM | Smmu.COHERENT_WALK;

    @Override
    public void write(Smmu node, JsonOutput json, Labels labels) throws IOException {
        json.named("model", Names.SMMU_MODELS, node.model());
        json.hex("base", node.base());
        json.hex("span", node.span());
        json.flag("dvm", (node.flags() & Smmu.DVM) != 0);
        json.flag("coherentWalk", node.coherentWalk());
        json.wordUnlessZero("reservedFlags", node.flags() & ~KNOWN_FLAGS);
        write(GLOBAL, node.global().entries(), json);
        write(CONTEXT, node.context().entries(), json);
        write(PMU, node.pmu().entries(), json);
    }

    private static void write(String name, List<Interrupt> interrupts, JsonOutput json)
            throws IOException {
        if (interrupts.isEmpty()) {
            return;
        }
        json.startArray(name);
        for (Interrupt interrupt : interrupts) {
            json.startFlat();
            json.number("gsiv", interrupt.gsiv());
            json.named("trigger", Names.TRIGGERS, interrupt.flags() & Interrupt.EDGE);
            json.wordUnlessZero("reservedFlags", interrupt.flags() & ~Interrupt.EDGE);
            json.end();
        }
        json.endArray();
    }

    @Override
    public Smmu read(NodeSource source) {
        ObjectReader node = source.members();
        int flags =
                Flags.bit(Smmu.DVM, node.flag("dvm"))
                        | Flags.bit(Smmu.COHERENT_WALK, node.flag("coherentWalk"))
                        | Flags.read(node, "reservedFlags", KNOWN_FLAGS);
        return new Smmu(
                source.head(0),
                node.hex("base", Long.SIZE),
                node.hex("span", Long.SIZE),
                node.named("model", Names.SMMU_MODELS, 0xffff_ffffL, 1),
                flags,
                global(node),
                interrupts(node, CONTEXT),
                interrupts(node, PMU),
                source.mappings());
    }

    private static TableArray<Interrupt> global(ObjectReader node) {
        TableArray<Interrupt> global = interrupts(node, GLOBAL);
        if (global.count() != 0 && global.count() != 2) {
            throw node.mistake(GLOBAL, "two interrupts, NSgIrpt and NSgCfgIrpt, or none");
        }
        return global;
    }

    private static TableArray<Interrupt> interrupts(ObjectReader node, String name) {
        List<Interrupt> interrupts = new ArrayList<>();
        for (ObjectReader interrupt : node.objects(name, "an interrupt")) {
            long gsiv = interrupt.number("gsiv", 0, 0xffff_ffffL);
            int flags =
                    (int) interrupt.named("trigger", Names.TRIGGERS, 1, 0)
                            | Flags.read(interrupt, "reservedFlags", Interrupt.EDGE);
            interrupt.refuseOthers();
            interrupts.add(new Interrupt(gsiv, flags));
        }
        return TableArray.of(interrupts);
    }
}
