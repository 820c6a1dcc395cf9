package org.vinculum.commands;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.commands.line.Commands;
import org.vinculum.commands.machine.MachineTables;
import org.vinculum.commands.machine.SwapPlaces;
import org.vinculum.commands.machine.SwapVerb;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Installed;
import org.vinculum.domain.Machine;

/// What the shell shows of machines in operation; outside of a run there are none, so these are no verbs.
@Component(
        name = "org.vinculum.commands.machine",
        service = MachineShell.class,
        property = {
            "osgi.command.scope=vinculum",
            "osgi.command.function=domains",
            "osgi.command.function=smmus",
            "osgi.command.function=swap",
            "osgi.command.function=swaps",
            "osgi.command.function=traffic"
        })
public final class MachineShell {
    private final Commands commands;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, Machine>> machines;

    @Activate
    public MachineShell(@Reference Installed installed, BundleContext context) {
        commands = Wiring.commands(installed, context);
    }

    /// Domains of every machine.
    public void domains() {
        Page page = new Page(false);
        tables().domains(page);
        Terminal.ofShell().result(page);
    }

    /// Physical SMMUs of every machine.
    public void smmus() {
        Page page = new Page(false);
        tables().smmus(page);
        Terminal.ofShell().result(page);
    }

    /// Puts another model in place of an SMMU, or another emulator in place of a domain's virtual ones.
    public void swap(String... words) {
        commands.run(new SwapVerb(new SwapPlaces(byName())), words, Terminal.ofShell());
    }

    /// What became of the latest attempts to swap.
    public void swaps() {
        Page page = new Page(false);
        tables().swaps(page);
        Terminal.ofShell().result(page);
    }

    /// The counters of one domain.
    public void traffic(String domain) {
        Page page = new Page(false);
        Terminal terminal = Terminal.ofShell();
        if (tables().traffic(domain, page)) {
            terminal.result(page);
        } else {
            terminal.diagnose("vinculum: there is no domain '" + domain + "'");
        }
    }

    private MachineTables tables() {
        return new MachineTables(byName());
    }

    private Map<String, Machine> byName() {
        Map<String, Machine> byName = new TreeMap<>();
        for (Map.Entry<Map<String, Object>, Machine> machine : machines) {
            String name = String.valueOf(machine.getKey().get("name"));
            Object id = machine.getKey().get("service.id");
            byName.put(byName.containsKey(name) ? name + "-" + id : name, machine.getValue());
        }
        return byName;
    }
}
