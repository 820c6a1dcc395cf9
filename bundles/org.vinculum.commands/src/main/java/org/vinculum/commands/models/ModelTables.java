package org.vinculum.commands.models;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;
import org.vinculum.commands.verb.Part;
import org.vinculum.iommu.IommuModelFactory;

/// Models for people: one table of the models, then what they can do, side by side.
final class ModelTables {
    /// Models side by side, so that a line fits on a terminal.
    private static final int COLUMNS = 6;

    private ModelTables() {}

    static void print(List<Part<IommuModelFactory>> models, Page page) {
        Table table = new Table("model", "kind", "version", "ranking");
        for (Part<IommuModelFactory> model : models) {
            table.row(
                    model.service().name(),
                    model.service().kind(),
                    model.version(),
                    Integer.toString(model.ranking()));
        }
        table.printTo(page);
        for (int from = 0; from < models.size(); from += COLUMNS) {
            page.line();
            printFeatures(models.subList(from, Math.min(from + COLUMNS, models.size())), page);
        }
    }

    private static void printFeatures(List<Part<IommuModelFactory>> models, Page page) {
        Set<String> features = new LinkedHashSet<>();
        List<String> headings = new ArrayList<>(List.of("feature"));
        for (Part<IommuModelFactory> model : models) {
            features.addAll(model.service().features().keySet());
            headings.add(model.service().name());
        }
        Table table = new Table(headings.toArray(String[]::new));
        for (String feature : features) {
            List<String> row = new ArrayList<>(List.of(feature));
            for (Part<IommuModelFactory> model : models) {
                row.add(model.service().features().getOrDefault(feature, "-"));
            }
            table.row(row.toArray(String[]::new));
        }
        table.printTo(page);
    }
}
