package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.firmware.UnreadableInputException;

/// Reads the topology out of a table as Linux would see it ([LinuxRule]).
public final class PlatformReader {
    /// The format's name, as [Platform#format()] has it.
    public static final String FORMAT = "iort";

    private final Iort table;
    private final MasterReader masterReader;
    private final BusReader busReader;
    private final ReservedReader reservedReader;
    private final Set<Long> shadowed;
    private final Set<Long> segments = new HashSet<>();
    private final List<Iommu> iommus = new ArrayList<>();
    private final List<Master> masters = new ArrayList<>();
    private final List<Bus> buses = new ArrayList<>();
    private final List<ReservedRegion> reserved = new ArrayList<>();

    private PlatformReader(String file, Iort table) {
        this.table = table;
        IdSearch search = new IdSearch(file, table);
        masterReader = new MasterReader(search);
        busReader = new BusReader(search);
        reservedReader = new ReservedReader(table);
        shadowed = Paths.shadowed(table);
    }

    /// Reads a table, with what is wrong in it.
    ///
    /// @param file the bytes that the table was read from
    /// @throws UnreadableInputException when the table asks for more memory or work than any real one
    public static Firmware read(InputFile file, Iort table) {
        int sum = 0;
        for (int i = 0; i < Math.min(table.length(), file.content().length); i++) {
            sum += file.content()[i];
        }
        return read(file.name(), table, sum & 0xff);
    }

    /// @param sum of all bytes of the table modulo 256
    static Firmware read(String file, Iort table, int sum) {
        PlatformReader reader = new PlatformReader(file, table);
        Platform platform = reader.platform();
        return new Firmware(
                platform, TableChecks.run(table, sum, reader.masterReader, platform.buses()));
    }

    private Platform platform() {
        for (IortNode node : table.nodes()) {
            switch (node) {
                case SmmuV3 smmu -> iommus.add(IommuReader.read(smmu));
                case Smmu smmu -> iommus.add(IommuReader.read(smmu));
                case NamedComponent component -> addComponent(component);
                case RootComplex root -> addRoot(root);
                case Rmr rmr -> reserved.addAll(reservedReader.read(rmr));
                default -> {}
            }
        }
        return new Platform(FORMAT, iommus, masters, buses, reserved);
    }

    private void addComponent(NamedComponent component) {
        if (shadowed.contains(component.offset())) {
            return;
        }
        Optional<Master> master = masterReader.read(component);
        if (master.isPresent()) {
            masters.add(master.get());
            return;
        }
        Bus bus = busReader.read(component);
        if (!bus.iommuMap().entries().isEmpty()) {
            buses.add(bus);
        }
    }

    // the first of a segment is the only one that is ever found
    private void addRoot(RootComplex root) {
        if (root.segment() <= BusReader.LAST_SEGMENT && segments.add(root.segment())) {
            buses.add(busReader.read(root));
        }
    }
}
