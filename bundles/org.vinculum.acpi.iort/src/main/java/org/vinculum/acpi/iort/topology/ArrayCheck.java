package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

/// Arrays lie behind the fields of their node and end before the node does.
final class ArrayCheck {
    private final Reading reading;

    ArrayCheck(Reading reading) {
        this.reading = reading;
    }

    void check(IortNode node) {
        array(node, node.mappings(), IdMapping.LENGTH, "ID mapping");
        switch (node) {
            case ItsGroup its -> array(its, its.identifiers(), Integer.BYTES, "ITS identifier");
            case Rmr rmr -> array(rmr, rmr.ranges(), Rmr.Range.LENGTH, "memory range");
            case Smmu smmu -> interrupts(smmu);
            default -> {}
        }
    }

    private void interrupts(Smmu smmu) {
        int length = Smmu.Interrupt.LENGTH;
        array(smmu, smmu.global(), length, "global interrupt");
        array(smmu, smmu.context(), length, "context interrupt");
        array(smmu, smmu.pmu(), length, "PMU interrupt");
    }

    private void array(IortNode node, TableArray<?> array, int length, String what) {
        if (array.count() == 0) {
            checkEmpty(node, array, what);
            return;
        }
        String entries = Numbers.count(array.count(), what) + " at " + Hex.of(array.offset());
        long end = array.offset() + array.count() * length;
        if (array.offset() == 0) {
            unplaced(node, Numbers.count(array.count(), what));
        } else if (!array.isComplete()) {
            reading.error(
                    "iort-array-outside",
                    node,
                    entries
                            + (array.count() == 1 ? " ends" : " end")
                            + " past the table: Linux reads whatever memory"
                            + " follows, and here the node counts as having none");
        } else if (array.offset() < bodyEnd(node)) {
            reading.error(
                    "iort-array-offset",
                    node,
                    entries
                            + (array.count() == 1 ? " lies" : " lie")
                            + " on the node's own fields, which end at "
                            + Hex.of(bodyEnd(node))
                            + ": the fields are taken for entries");
        } else if (end > node.head().length()) {
            reading.warning(
                    "iort-array-beyond",
                    node,
                    entries
                            + (array.count() == 1 ? " ends at " : " end at ")
                            + Hex.of(end)
                            + " and the node at "
                            + Hex.of(node.head().length())
                            + ": Linux does not look at the node's length, software that does"
                            + " stops short");
        }
    }

    // the node's end is where an array without entries may well be said to be
    private void checkEmpty(IortNode node, TableArray<?> array, String what) {
        if (array.offset() > node.head().length()) {
            reading.warning(
                    "iort-array-stray",
                    node,
                    "there is no "
                            + what
                            + ", and the offset "
                            + Hex.of(array.offset())
                            + " of such lies outside the node: the first that is counted is read"
                            + " from somewhere else");
        }
    }

    private void unplaced(IortNode node, String entries) {
        reading.error(
                "iort-array-unplaced",
                node,
                entries
                        + (entries.startsWith("1 ") ? " is" : " are")
                        + " counted and no offset says where: Linux takes the node to have none");
    }

    // where the fields of the fixed part end in this revision
    private static int bodyEnd(IortNode node) {
        int revision = node.head().revision();
        return switch (node) {
            case ItsGroup _ -> 20;
            case RootComplex _ -> revision < 1 ? 32 : revision < 4 ? 36 : 40;
            case Smmu _ -> 60;
            case SmmuV3 _ -> revision < 1 ? 60 : 68;
            case Pmcg _ -> revision < 1 ? 32 : 40;
            case Rmr _ -> 28;
            case UnknownNode _ -> NodeHead.LENGTH;
            default -> NodeHead.LENGTH + 10;
        };
    }
}
