package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.toolstack.guest.VpciNode;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.pci.AssignedFunction;

/// The streams of a guest in configuration order: platform devices with their `iommus` entries in order, then PCI.
record Claims(List<Device> devices, List<AssignedFunction> functions) {
    /// Physical SMMUs in order of first use.
    List<String> iommus() {
        List<String> iommus = new ArrayList<>();
        for (Device device : devices) {
            for (Master.StreamUse use : device.streams()) {
                iommus.add(use.stream().iommu());
            }
        }
        for (AssignedFunction function : functions) {
            iommus.add(function.stream().iommu());
        }
        return iommus;
    }

    List<Claim> all(ViommuLayout layout) {
        List<Claim> claims = new ArrayList<>();
        for (Device device : devices) {
            String guestPath = device.guestPath();
            for (Master.StreamUse use : device.streams()) {
                PhysicalStream stream = use.stream();
                claims.add(
                        new Claim(
                                layout.indexOf(stream.iommu()),
                                stream,
                                device.path(),
                                guestPath,
                                OptionalInt.empty()));
            }
        }
        for (AssignedFunction function : functions) {
            claims.add(
                    new Claim(
                            layout.indexOf(function.stream().iommu()),
                            function.stream(),
                            function.function().address(),
                            VpciNode.PATH,
                            OptionalInt.of(function.vrid())));
        }
        return claims;
    }
}
