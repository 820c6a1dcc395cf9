package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Link;
import org.vinculum.drawing.Placement.Area;
import org.vinculum.drawing.Placement.Point;
import org.vinculum.drawing.Placement.Route;

/// Asks ELK's layered algorithm where things go: what issues DMA on the left, what translates it on the right.
///
/// The algorithm is called directly, but its options exist only once ELK's registry knows their types; outside Eclipse
/// nobody tells it.
final class LayeredLayout {
    /// Up to this many boxes the two columns run through; above it, what is not connected is packed side by side.
    private static final int MOST_IN_COLUMNS = 80;

    private final Diagram diagram;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final UnlinkedBoxes unlinked = new UnlinkedBoxes();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    private LayeredLayout(Diagram diagram) {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        this.diagram = diagram;
    }

    static Placement of(Diagram diagram) {
        LayeredLayout layout = new LayeredLayout(diagram);
        layout.configure();
        layout.addNodes();
        diagram.links().forEach(layout::addEdge);
        new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
        layout.unlinked.stackBelow(layout.root);
        return layout.placement();
    }

    private void configure() {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, !isInColumns());
        root.setProperty(LayeredOptions.ASPECT_RATIO, 1.5);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 12.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 40.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
        root.setProperty(LayeredOptions.SPACING_PORT_PORT, 16.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    }

    private void addNodes() {
        Set<Integer> linked = new HashSet<>();
        for (Link link : diagram.links()) {
            linked.add(link.from());
            linked.add(link.to());
        }
        for (int i = 0; i < diagram.boxes().size(); i++) {
            boolean apart = isInColumns() && !linked.contains(i);
            addNode(diagram.boxes().get(i), apart ? unlinked.holder() : root);
        }
    }

    private boolean isInColumns() {
        return diagram.boxes().size() <= MOST_IN_COLUMNS;
    }

    /// Whether a node belongs to the right column, that of the IOMMUs.
    static boolean isRight(ElkNode node) {
        return node.getProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT) == LayerConstraint.LAST;
    }

    private void addNode(Box box, ElkNode parent) {
        ElkNode node = ElkGraphUtil.createNode(parent);
        double width = columnWidth(box.kind().isIommu());
        double height = Metrics.height(box);
        node.setDimensions(width, height);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        node.setProperty(
                LayeredOptions.NODE_SIZE_CONSTRAINTS,
                EnumSet.of(SizeConstraint.MINIMUM_SIZE, SizeConstraint.PORTS));
        node.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(width, height));
        node.setProperty(
                LayeredOptions.LAYERING_LAYER_CONSTRAINT,
                box.kind().isIommu() ? LayerConstraint.LAST : LayerConstraint.FIRST);
        nodes.add(node);
    }

    /// Boxes of one column are equally wide, which reads better than ragged ends.
    private double columnWidth(boolean iommus) {
        double widest = 150;
        for (Box box : diagram.boxes()) {
            if (box.kind().isIommu() == iommus) {
                widest = Math.max(widest, Metrics.width(box));
            }
        }
        return widest;
    }

    private void addEdge(Link link) {
        ElkEdge edge =
                ElkGraphUtil.createSimpleEdge(
                        port(nodes.get(link.from()), PortSide.EAST),
                        port(nodes.get(link.to()), PortSide.WEST));
        if (!link.labels().isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", link.labels()), edge);
            label.setDimensions(Metrics.labelWidth(link), Metrics.labelHeight(link));
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        }
        edges.add(edge);
    }

    private static ElkPort port(ElkNode node, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    private Placement placement() {
        List<Area> boxes = new ArrayList<>();
        for (ElkNode node : nodes) {
            boxes.add(new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight()));
        }
        List<Route> routes = new ArrayList<>();
        for (ElkEdge edge : edges) {
            routes.add(new Route(points(edge.getSections().getFirst()), label(edge)));
        }
        return new Placement(root.getWidth(), root.getHeight(), boxes, routes);
    }

    private static Area label(ElkEdge edge) {
        if (edge.getLabels().isEmpty()) {
            return null;
        }
        ElkLabel label = edge.getLabels().getFirst();
        return new Area(label.getX(), label.getY(), label.getWidth(), label.getHeight());
    }

    private static List<Point> points(ElkEdgeSection section) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(bend.getX(), bend.getY()));
        }
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }
}
