package org.vinculum.devicetree.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What makes dtc refuse a tree that it has parsed: names with characters no reader expects, labels used twice.
final class SourceChecks {
    private static final String NODE_MARKS = ",._+-@";
    private static final String PROPERTY_MARKS = ",._+*#?-";

    private final Map<String, SourceNode> labels = new HashMap<>();

    private SourceChecks() {}

    static void check(SourceTree tree) {
        tree.labels().requireUnique();
        SourceChecks checks = new SourceChecks();
        tree.forEach(checks::checkNames);
        tree.forEach(checks::addNodeLabels);
        tree.forEach(checks::checkPropertyLabels);
    }

    private void checkNames(SourceNode node) {
        checkCharacters(node.name(), NODE_MARKS, "node", node.place());
        if (node.name().indexOf('@') != node.name().lastIndexOf('@')) {
            throw node.place().expected("one '@' in a node name", Readable.text(node.name()));
        }
        for (SourceProperty property : node.properties()) {
            if (!property.isDeleted()) {
                checkCharacters(property.name(), PROPERTY_MARKS, "property", property.place());
            }
        }
    }

    private static void checkCharacters(String name, String marks, String kind, Place place) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Characters.isLetter(c) && !Characters.isDigit(c) && marks.indexOf(c) < 0) {
                throw place.expected(
                        "letters, digits and " + marks + " in a " + kind + " name",
                        Readable.text(name));
            }
        }
    }

    private void addNodeLabels(SourceNode node) {
        for (String label : node.labels().live()) {
            labels.put(label, node);
        }
    }

    private void checkPropertyLabels(SourceNode node) {
        for (SourceProperty property : node.properties()) {
            if (!property.isDeleted()) {
                claim(property.labels().live(), node, property);
                claim(property.value().labels(), node, property);
            }
        }
    }

    private void claim(List<String> wanted, SourceNode node, SourceProperty property) {
        for (String label : wanted) {
            SourceNode holder = labels.putIfAbsent(label, node);
            if (holder != null) {
                throw property.place()
                        .expected(
                                "a label not used before",
                                Readable.text(label) + ", which is in " + Readable.path(holder));
            }
        }
    }
}
