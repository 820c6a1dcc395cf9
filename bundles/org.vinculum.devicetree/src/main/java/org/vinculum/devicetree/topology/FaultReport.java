package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Fault;

/// Says what is wrong with a list of cells, and what its reader does not get because of it.
final class FaultReport {
    private final Reading reading;

    FaultReport(Reading reading) {
        this.reading = reading;
    }

    /// Reports a fault in what decides about DMA.
    ///
    /// @param consequence a clause that follows the fault, e.g. `the device's further streams are not translated`
    void report(Node node, String property, Fault fault, String consequence) {
        if (reading.overlay()) {
            return;
        }
        String message = describe(fault) + ": " + consequence;
        switch (fault) {
            case Fault.Dangling _ -> reading.error("phandle-dangling", node, property, message);
            case Fault.Uncounted _ -> reading.error("cells-missing", node, property, message);
            case Fault.Truncated _, Fault.NotCells _, Fault.TooMany _ ->
                    reading.error("cells-count", node, property, message);
        }
    }

    /// Reports a fault in a reference of another kind, which harms one device and not the protection of the others.
    void reportReference(Node node, String property, Fault fault, String consequence) {
        String message = describe(fault) + ": " + consequence;
        if (fault instanceof Fault.Dangling) {
            reading.error("phandle-dangling", node, property, message);
        } else {
            reading.warning("reference-cells", node, property, message);
        }
    }

    private String describe(Fault fault) {
        return switch (fault) {
            case Fault.Dangling f ->
                    "no node has the phandle " + hex(f.phandle()) + " in cell " + f.at();
            case Fault.Uncounted f ->
                    reading.path(f.target())
                            + ", which cell "
                            + f.at()
                            + " refers to, has no usable "
                            + f.property();
            case Fault.Truncated f ->
                    "the entry at cell "
                            + f.at()
                            + " takes "
                            + f.needed()
                            + " cells and the list ends after "
                            + f.left();
            case Fault.TooMany f -> "there are more than " + f.most() + " entries";
            case Fault.NotCells f -> f.length() + " bytes are no whole number of cells";
        };
    }

    static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
