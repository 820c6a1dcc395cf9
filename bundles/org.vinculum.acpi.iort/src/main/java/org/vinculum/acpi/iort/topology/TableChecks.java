package org.vinculum.acpi.iort.topology;

import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;

/// Looks at the table and at every node once, for what is wrong with them.
final class TableChecks {
    private final Reading reading;
    private final NodeCheck nodes;
    private final ArrayCheck arrays;
    private final ReferenceCheck references;
    private final RangeCheck ranges;
    private final SingleCheck singles;
    private final ReservedBits reserved;
    private final OwnMappingCheck own;
    private final NameCheck names;
    private final ItsCheck its;
    private final ComponentCheck components;
    private final RootCheck roots;
    private final SmmuCheck smmus;
    private final SmmuV3Check smmusV3;
    private final PmcgCheck pmcgs;
    private final RmrCheck rmrs;

    private TableChecks(Reading reading, MasterReader masters) {
        this.reading = reading;
        nodes = new NodeCheck(reading);
        arrays = new ArrayCheck(reading);
        references = new ReferenceCheck(reading);
        ranges = new RangeCheck(reading);
        singles = new SingleCheck(reading);
        reserved = new ReservedBits(reading);
        own = new OwnMappingCheck(reading);
        names = new NameCheck(reading);
        its = new ItsCheck(reading);
        components = new ComponentCheck(reading, masters);
        roots = new RootCheck(reading);
        smmus = new SmmuCheck(reading);
        smmusV3 = new SmmuV3Check(reading);
        pmcgs = new PmcgCheck(reading);
        rmrs = new RmrCheck(reading);
    }

    /// @param sum of all bytes of the table modulo 256
    /// @param buses that were read from it
    static List<Finding> run(Iort table, int sum, MasterReader masters, List<Bus> buses) {
        Reading reading = new Reading(table);
        new TableCheck(reading).check(sum);
        TableChecks checks = new TableChecks(reading, masters);
        table.nodes().forEach(checks::check);
        checks.nodes.checkIdentifiers();
        new CycleCheck(reading).check();
        new MessageCheck(reading).check(buses);
        new SlackCheck(reading).check();
        return reading.findings();
    }

    private void check(IortNode node) {
        nodes.check(node);
        arrays.check(node);
        references.check(node);
        ranges.check(node);
        singles.check(node);
        reserved.checkMappings(node);
        switch (node) {
            case ItsGroup group -> its.check(group);
            case NamedComponent component -> components.check(component);
            case RootComplex root -> roots.check(root);
            case Smmu smmu -> smmus.check(smmu);
            case SmmuV3 smmu -> {
                smmusV3.check(smmu);
                own.check(smmu);
            }
            case Pmcg pmcg -> {
                pmcgs.check(pmcg);
                own.check(pmcg);
            }
            case Rmr rmr -> rmrs.check(rmr);
            case Iwb iwb -> names.check(iwb, iwb.name(), iwb.nameTerminated());
            default -> {}
        }
    }
}
