package org.vinculum.toolstack.bind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.acpi.AcpiLimits;
import org.vinculum.toolstack.acpi.ObjectNames;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.config.GuestConfigReader;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.partial.DeviceLinks;
import org.vinculum.toolstack.partial.GeneratedNodes;
import org.vinculum.toolstack.partial.PartialTree;
import org.vinculum.toolstack.partial.ReservedPhandles;
import org.vinculum.toolstack.pci.AssignedFunction;
import org.vinculum.toolstack.pci.PciAssignments;
import org.vinculum.toolstack.verdict.Verdict;

/// One run of `bind`: reads, links devices, checks, maps, and hands the outcome to [GuestFiles].
public final class GuestBinding {
    private final Verdict verdict = new Verdict();
    private final Services services;
    private final Inputs in;

    private GuestBinding(GuestBinder.Request request, Services services) {
        this.services = services;
        this.in = Inputs.read(request, services.readers(), services.codec(), verdict);
    }

    /// Binds a guest.
    ///
    /// @throws BindingRefusedException with every reason found
    /// @throws org.vinculum.firmware.UnreadableInputException when an input cannot be understood
    public static GuestBinder.Result of(GuestBinder.Request request, Services services) {
        return new GuestBinding(request, services).bind();
    }

    /// The files that a configuration names as inputs.
    public static List<Path> filesNamedBy(InputFile config) {
        return GuestConfigReader.read(config)
                .deviceTree()
                .map(name -> List.of(Inputs.path(config, name)))
                .orElse(List.of());
    }

    private GuestBinder.Result bind() {
        checkConfig(in.config());
        checkPartial();
        List<Device> devices = devices();
        List<AssignedFunction> functions = functions();
        checkShared(devices, functions);
        Claims order = new Claims(devices, functions);
        PreviousIds previous = new PreviousIds(in.previous(), in.host());
        ViommuLayout layout =
                new ViommuLayout(in.config().perPhysical(), previous.iommus(), order.iommus());
        layout.check(in.config(), verdict);
        devices.forEach(device -> layout.check(device, verdict));
        AcpiLimits acpi = new AcpiLimits(in.config(), verdict);
        acpi.check(layout.nodes(), devices);
        List<Claim> claims = order.all(layout);
        UserIds ids = new UserIds(claims, verdict);
        new DevidMap(in.host(), ids, verdict).apply(in.config().devidMap());
        PartialIds partialIds = new PartialIds(in.partial(), layout, ids, verdict);
        devices.forEach(partialIds::apply);
        previous.apply(ids);
        Binding binding =
                map(new Assignment(in.config().name(), layout.nodes(), claims, ids.all()));
        warnOfLost(ids, binding);
        acpi.check(binding);
        verdict.throwIfRefused();
        return new GuestFiles(in, services, binding, devices, functions, verdict)
                .result(claims, ids.byStream());
    }

    private void checkConfig(GuestConfig config) {
        config.viommu()
                .filter(type -> !type.text().equals("smmuv3"))
                .ifPresent(type ->
                        verdict.refuse(
                                "viommu-type-unknown",
                                type.place().toString(),
                                "viommu '"
                                        + type.text()
                                        + "' is not installed; there is 'smmuv3'"));
        config.acpi()
                .filter(_ -> services.acpiWriter().isEmpty())
                .ifPresent(place ->
                        verdict.refuse(
                                "acpi-unavailable",
                                place.toString(),
                                "acpi = 1 asks for an IORT, and no installed bundle writes"
                                        + " the format 'iort'"));
        String domain = in.previous().domain();
        if (!domain.isEmpty() && !domain.equals(config.name())) {
            verdict.warn(
                    "previous-domain",
                    in.previous().name(),
                    "the previous binding is of domain '"
                            + domain
                            + "', this one of '"
                            + config.name()
                            + "'");
        }
    }

    private void checkPartial() {
        PartialTree partial = in.partial();
        if (partial.given()) {
            int viommus = in.config().perPhysical() ? in.host().platform().iommus().size() : 1;
            new ReservedPhandles(partial, viommus, verdict).check();
        }
    }

    private List<Device> devices() {
        GeneratedNodes generated =
                new GeneratedNodes(in.host(), in.partial(), in.config(), verdict);
        List<Device> linked =
                DeviceLinks.resolve(
                        in.config().dtdev(), in.host(), in.partial(), generated, verdict);
        PhysicalIommus iommus = new PhysicalIommus(in.host(), verdict);
        List<Device> accepted = new ArrayList<>();
        for (Device device : linked) {
            if (iommus.accept(device)) {
                noteRanges(device);
                accepted.add(device);
            }
        }
        return in.config().acpi().isEmpty()
                ? accepted
                : new ObjectNames(in.previous().objects(), verdict).name(accepted);
    }

    private void noteRanges(Device device) {
        if (in.host().hasRanges(device.path())) {
            verdict.note(
                    "component-ranges",
                    device.place(),
                    "the host's IORT gives '"
                            + device.path()
                            + "' ranges of IDs, of which Linux on the host would translate none;"
                            + " every stream they lead to goes to the guest");
        }
    }

    private List<AssignedFunction> functions() {
        PhysicalIommus iommus = new PhysicalIommus(in.host(), verdict);
        List<AssignedFunction> accepted = new ArrayList<>();
        for (AssignedFunction function :
                PciAssignments.resolve(
                        in.config().pci(), in.host().platform(), in.previous().slots(), verdict)) {
            if (iommus.accept(
                    function.stream().iommu(),
                    function.function().address(),
                    function.function().place().toString())) {
                accepted.add(function);
            }
        }
        return accepted;
    }

    private void checkShared(List<Device> devices, List<AssignedFunction> functions) {
        SharedStreams shared = new SharedStreams(in.host(), devices, verdict);
        devices.forEach(shared::check);
        functions.forEach(shared::check);
    }

    private Binding map(Assignment assignment) {
        Optional<Binding> binding = Optional.empty();
        try {
            binding = Optional.of(services.mapper().map(assignment));
        } catch (BindingRefusedException e) {
            verdict.add(e);
        }
        verdict.throwIfRefused();
        return binding.orElseThrow();
    }

    private void warnOfLost(UserIds ids, Binding binding) {
        for (Assignment.FixedId fixed : ids.all()) {
            var now = binding.ofPhysical(fixed.physical()).orElseThrow().vsid();
            if (!now.equals(fixed.vsid())) {
                verdict.warn(
                        "previous-id-lost",
                        fixed.place(),
                        "stream "
                                + fixed.physical()
                                + " had vSID "
                                + fixed.vsid()
                                + ", which another stream has now by the user's wish; it gets "
                                + now);
            }
        }
    }
}
