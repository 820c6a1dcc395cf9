package org.vinculum.devicetree.source;

import java.util.List;

/// A property as written: its value may still hold references; deleted, it keeps its place for one that comes back.
final class SourceProperty {
    private final String name;
    private final Place place;
    private final Labels labels = new Labels();
    private SourceValue value;
    private boolean deleted;

    SourceProperty(String name, Place place, SourceValue value) {
        this.name = name;
        this.place = place;
        this.value = value;
    }

    /// What `/delete-property/` leaves where there was nothing to delete.
    static SourceProperty placeholder(String name, Place place) {
        SourceProperty property = new SourceProperty(name, place, SourceValue.EMPTY);
        property.deleted = true;
        return property;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    Labels labels() {
        return labels;
    }

    SourceValue value() {
        return value;
    }

    void value(SourceValue resolved) {
        value = resolved;
    }

    boolean isDeleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
        labels.delete();
    }

    /// A further definition: the newer value counts, the labels of both.
    void redefine(SourceValue newer, List<String> more) {
        value = newer;
        deleted = false;
        labels.addMerged(more);
    }
}
