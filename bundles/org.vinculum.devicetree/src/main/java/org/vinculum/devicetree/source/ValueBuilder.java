package org.vinculum.devicetree.source;

import java.util.ArrayList;
import java.util.List;

/// A value that grows part by part.
final class ValueBuilder {
    private static final int PHANDLE_TO_COME = -1;

    private final Budget budget;
    private final ByteBuilder bytes = new ByteBuilder();
    private List<Reference> references = List.of();
    private List<String> labels = List.of();

    ValueBuilder(Budget budget) {
        this.budget = budget;
    }

    void add(byte[] more, Place place) {
        budget.takeBytes(more.length, place);
        bytes.add(more);
    }

    void addString(byte[] text, Place place) {
        add(text, place);
        addInteger(0, 1, place);
    }

    void addInteger(long value, int width, Place place) {
        budget.takeBytes(width, place);
        bytes.addInteger(value, width);
    }

    void addPhandle(String target, Place place) {
        addReference(new Reference(bytes.length(), target, false, place));
        addInteger(PHANDLE_TO_COME, 4, place);
    }

    void addPath(String target, Place place) {
        addReference(new Reference(bytes.length(), target, true, place));
    }

    void addLabel(String label, Place place) {
        budget.takeItem(place);
        if (labels.isEmpty()) {
            labels = new ArrayList<>(2);
        }
        labels.add(label);
    }

    SourceValue build() {
        return new SourceValue(bytes.toArray(), references, labels);
    }

    private void addReference(Reference reference) {
        budget.takeItem(reference.place());
        if (references.isEmpty()) {
            references = new ArrayList<>(4);
        }
        references.add(reference);
    }
}
