package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.UnreadableInputException;

/// Reads the topology out of a tree: IOMMUs, the masters and buses behind them, and what is wrong with their description.
public final class PlatformReader {
    /// The format's name, as [Platform#format()] has it.
    public static final String FORMAT = "devicetree";

    private final Reading reading;
    private final Participants participants;

    private PlatformReader(Reading reading) {
        this.reading = reading;
        this.participants = Participants.of(reading.index());
    }

    /// Reads a tree.
    ///
    /// @param file what messages call it
    /// @throws UnreadableInputException when the tree asks for more memory than any real one
    public static Firmware read(String file, DeviceTree tree) {
        Reading reading = new Reading(file, tree);
        TreeChecks.run(reading);
        Platform platform = new PlatformReader(reading).platform();
        return new Firmware(platform, reading.log().findings());
    }

    private Platform platform() {
        Map<Node, Iommu> iommus = iommus();
        SmmuV3Check smmuV3 = new SmmuV3Check(reading);
        iommus.forEach(smmuV3::check);
        return new Platform(FORMAT, List.copyOf(iommus.values()), masters(iommus), buses());
    }

    private Map<Node, Iommu> iommus() {
        IommuReader reader = new IommuReader(reading);
        Map<Node, Iommu> iommus = new LinkedHashMap<>();
        for (Node node : participants.iommus()) {
            iommus.put(node, reader.read(node));
        }
        return iommus;
    }

    private List<Master> masters(Map<Node, Iommu> iommus) {
        MasterReader reader = new MasterReader(reading, iommus);
        List<Master> masters = new ArrayList<>();
        for (Node node : participants.masters()) {
            reader.read(node).ifPresent(masters::add);
        }
        return masters;
    }

    // disabled bridges are numbered last: a running system never counts them
    private List<Bus> buses() {
        List<Node> nodes = participants.buses();
        BusReader reader = new BusReader(reading, nodes);
        Map<Node, Bus> read = new LinkedHashMap<>();
        for (boolean enabled : new boolean[] {true, false}) {
            for (Node node : nodes) {
                if (Availability.withParents(node) == enabled) {
                    read.put(node, reader.read(node));
                }
            }
        }
        List<Bus> buses = new ArrayList<>();
        for (Node node : nodes) {
            buses.add(read.get(node));
        }
        return buses;
    }
}
