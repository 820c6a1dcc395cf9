package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.toolstack.acpi.GuestDescription;
import org.vinculum.toolstack.guest.GuestTree;
import org.vinculum.toolstack.partial.CompletedNode;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.partial.GuestView;
import org.vinculum.toolstack.pci.AssignedFunction;
import org.vinculum.toolstack.record.AcpiRecord;
import org.vinculum.toolstack.record.BindingRecord;
import org.vinculum.toolstack.record.MapLines;
import org.vinculum.toolstack.verdict.Verdict;

/// Writes what follows from a binding: the guest's tree, the completed partial tree, the map as JSON and as xl.cfg.
record GuestFiles(
        Inputs in,
        Services services,
        Binding binding,
        List<Device> devices,
        List<AssignedFunction> functions,
        Verdict verdict) {
    GuestBinder.Result result(List<Claim> claims, Map<PhysicalStream, FixedId> fixed) {
        CompletedNode completed = new CompletedNode(in.partial(), binding, verdict);
        devices.forEach(completed::complete);
        List<OutputFile> files = new ArrayList<>();
        add(files, "guest", guestTree());
        add(files, "partial", GuestView.file(in.partial()));
        addAcpi(files);
        files.add(new OutputFile("binding.json", record().json()));
        files.add(new OutputFile("binding.cfg", new MapLines(binding, in.host()).text()));
        return new GuestBinder.Result(
                binding,
                List.copyOf(files),
                new Rows(binding, fixed).of(claims),
                verdict.notes(),
                Resources.of(in.config(), binding));
    }

    private void add(List<OutputFile> files, String name, DeviceTree tree) {
        DeviceTreeCodec codec = services.codec();
        files.add(new OutputFile(name + ".dts", codec.write(tree, TreeFormat.DTS)));
        files.add(new OutputFile(name + ".dtb", codec.write(tree, TreeFormat.DTB)));
    }

    private void addAcpi(List<OutputFile> files) {
        if (in.config().acpi().isPresent()) {
            var description =
                    new GuestDescription(
                            in.config(), binding, coherent(), devices, functions, requesters());
            files.add(services.acpiWriter().orElseThrow().write(description.guest()));
        }
    }

    private DeviceTree guestTree() {
        return GuestTree.of(
                in.config(),
                new GuestTree.Content(
                        binding.viommus(),
                        coherent(),
                        requesters(),
                        pciCoherent(),
                        GuestView.passthrough(in.partial()),
                        GuestView.aliases(in.partial())));
    }

    // Tables are walked by the physical SMMUs: one that is not coherent decides for all behind it.
    private List<Boolean> coherent() {
        Boolean[] coherent = new Boolean[binding.viommus().size()];
        for (BoundStream stream : binding.streams()) {
            boolean now =
                    in.host().iommu(stream.physical().iommu()).orElseThrow()
                                    instanceof Iommu.SmmuV3 smmu
                            && smmu.coherent();
            Boolean before = coherent[stream.viommu()];
            coherent[stream.viommu()] = now && (before == null || before);
        }
        List<Boolean> list = new ArrayList<>();
        for (Boolean value : coherent) {
            list.add(value != null && value);
        }
        return list;
    }

    private SortedMap<Integer, BoundStream> requesters() {
        SortedMap<Integer, BoundStream> requesters = new TreeMap<>();
        for (AssignedFunction function : functions) {
            requesters.put(function.vrid(), binding.ofPhysical(function.stream()).orElseThrow());
        }
        return requesters;
    }

    private boolean pciCoherent() {
        return !functions.isEmpty() && functions.stream().allMatch(f -> f.bus().coherent());
    }

    private BindingRecord record() {
        Map<String, Integer> vrids = new HashMap<>();
        for (AssignedFunction function : functions) {
            vrids.put(function.function().address(), function.vrid());
        }
        return new BindingRecord(binding, in.host(), in.hostSha256(), vrids, acpi());
    }

    private Optional<AcpiRecord> acpi() {
        if (in.config().acpi().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> objects = new HashMap<>();
        for (Device device : devices) {
            device.object().ifPresent(name -> objects.put(device.path(), name));
        }
        return Optional.of(new AcpiRecord(objects));
    }
}
