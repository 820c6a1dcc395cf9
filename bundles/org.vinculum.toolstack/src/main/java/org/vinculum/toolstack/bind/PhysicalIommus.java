package org.vinculum.toolstack.bind;

import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.verdict.Verdict;

/// Decides whether a virtual SMMUv3 can stand in front of a physical IOMMU: only an SMMUv3 that is in use nests a guest's
/// stage 1 over the domain's stage 2.
record PhysicalIommus(Host host, Verdict verdict) {
    /// Whether every stream of a platform device can be bound; says why not.
    boolean accept(Device device) {
        if (device.streams().isEmpty() && foreign(device).isEmpty()) {
            return acceptWithout(device);
        }
        for (Master.ForeignUse use : foreign(device)) {
            if (!accept(use.iommu(), device.path(), device.place())) {
                return false;
            }
        }
        for (Master.StreamUse use : device.streams()) {
            if (!accept(use.stream().iommu(), device.path(), device.place())) {
                return false;
            }
        }
        return true;
    }

    /// Whether a stream behind this IOMMU can be bound; says why not.
    boolean accept(String path, String device, String place) {
        Optional<Iommu> iommu = host.iommu(path);
        if (iommu.isEmpty()) {
            return refuse("iommu-unknown", place, device, path, "which the host does not describe");
        }
        if (!iommu.get().enabled()) {
            return refuse(
                    "iommu-disabled",
                    place,
                    device,
                    path,
                    "which is disabled: its DMA would not be translated");
        }
        return switch (iommu.get()) {
            case Iommu.SmmuV3 v3 when v3.registers().isPresent() -> true;
            case Iommu.SmmuV3 _ ->
                    refuse(
                            "iommu-without-registers",
                            place,
                            device,
                            path,
                            "whose registers the host does not describe");
            case Iommu.SmmuV2 v2 ->
                    refuse(
                            "iommu-not-smmuv3",
                            place,
                            device,
                            path,
                            "an SMMUv2 ("
                                    + v2.compatible()
                                    + "), which cannot nest the tables of a virtual SMMUv3");
            case Iommu.OtherIommu other ->
                    refuse(
                            "iommu-not-smmuv3",
                            place,
                            device,
                            path,
                            "an IOMMU of the kind '"
                                    + other.kind()
                                    + "', which cannot nest the tables of a virtual SMMUv3");
        };
    }

    private boolean refuse(String code, String place, String device, String path, String why) {
        verdict.refuse(code, place, "'" + device + "' stands behind " + path + ", " + why);
        return false;
    }

    private boolean acceptWithout(Device device) {
        boolean forced = device.says("xen,force-assign-without-iommu");
        if (device.says("iommus") || !forced && !device.says("xen,path")) {
            verdict.refuse(
                    "device-without-iommu",
                    device.place(),
                    "'"
                            + device.path()
                            + "' stands behind no IOMMU, so its DMA cannot be confined");
            return false;
        }
        if (!forced) {
            verdict.note(
                    "device-without-iommu",
                    device.place(),
                    "'" + device.path() + "' stands behind no IOMMU; it is described without one");
        }
        return true;
    }

    private static List<Master.ForeignUse> foreign(Device device) {
        return device.master().map(Master::foreign).orElse(List.of());
    }
}
