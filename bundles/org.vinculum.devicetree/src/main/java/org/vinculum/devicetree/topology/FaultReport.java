package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Fault;

/// Says what is wrong with a list of cells, and what its reader does not get because of it.
final class FaultReport {
    private final Reading reading;

    FaultReport(Reading reading) {
        this.reading = reading;
    }

    /// @param consequence a clause that follows the fault, e.g. `the device's further streams are not translated`
    void report(Node node, String property, Fault fault, String consequence) {
        if (reading.overlay()) {
            return;
        }
        String place = reading.place(node, property);
        switch (fault) {
            case Fault.Dangling f ->
                    reading.error(
                            "phandle-dangling",
                            place,
                            "no node has the phandle "
                                    + hex(f.phandle())
                                    + " in cell "
                                    + f.at()
                                    + ": "
                                    + consequence);
            case Fault.Uncounted f ->
                    reading.error(
                            "cells-missing",
                            place,
                            reading.path(f.target())
                                    + " has no usable "
                                    + f.property()
                                    + ", which cell "
                                    + f.at()
                                    + " on is read by: "
                                    + consequence);
            case Fault.Truncated f ->
                    reading.error(
                            "cells-count",
                            place,
                            "the entry at cell "
                                    + f.at()
                                    + " takes "
                                    + f.needed()
                                    + " cells and "
                                    + f.left()
                                    + " are left: "
                                    + consequence);
            case Fault.NotCells f ->
                    reading.error(
                            "cells-count",
                            place,
                            f.length() + " bytes are no whole number of cells: " + consequence);
        }
    }

    static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
