package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.TreeIndex;

/// A phandle names one node, and a number from 65000 on may be wanted by Xen (DTSpec 0.4, 2.3.3).
final class PhandleCheck implements PropertyCheck {
    /// The first phandle of those that Xen's toolstack gives to nodes it makes itself.
    static final int FIRST_RESERVED = 65000;

    private final Reading reading;

    PhandleCheck(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void check(Node node, Property property) {
        if (property.length() != 4) {
            invalid(node, property, property.length() + " bytes");
        } else if (!TreeIndex.isPhandle(property.cell(0))) {
            invalid(node, property, FaultReport.hex(property.cell(0)));
        } else if (property.name().equals("phandle") || !node.has("phandle")) {
            checkOwner(node, property);
        } else {
            checkAgreement(node, property);
        }
    }

    private void invalid(Node node, Property property, String found) {
        reading.error(
                "phandle-invalid",
                node,
                property.name(),
                "a phandle is one cell other than 0 and 0xffffffff, not "
                        + found
                        + ": no reference can find the node");
    }

    private void checkOwner(Node node, Property property) {
        int phandle = property.cell(0);
        Node owner = reading.index().byPhandle(phandle).orElse(node);
        if (owner != node) {
            reading.error(
                    "phandle-duplicate",
                    node,
                    property.name(),
                    reading.path(owner)
                            + " has the phandle "
                            + FaultReport.hex(phandle)
                            + " too: references meant for this node reach that one");
        }
        if (Integer.compareUnsigned(phandle, FIRST_RESERVED) >= 0) {
            reading.note(
                    "phandle-reserved",
                    node,
                    property.name(),
                    "phandles from "
                            + FIRST_RESERVED
                            + " on belong to nodes that Xen's toolstack makes: "
                            + Integer.toUnsignedString(phandle)
                            + " cannot be kept in a guest's tree");
        }
    }

    private void checkAgreement(Node node, Property property) {
        Property phandle = node.property("phandle").orElseThrow();
        if (phandle.length() == 4 && phandle.cell(0) != property.cell(0)) {
            reading.error(
                    "phandle-conflict",
                    node,
                    property.name(),
                    "phandle says "
                            + FaultReport.hex(phandle.cell(0))
                            + " and this "
                            + FaultReport.hex(property.cell(0))
                            + ": which one references find depends on who reads them");
        }
    }
}
