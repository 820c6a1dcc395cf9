package org.vinculum.devicetree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NodeMembersTest {
    @Test
    void theListOfChildrenFollowsTheNodeAndCannotBeChanged() {
        Node node = new Node("");
        List<Node> children = node.children();
        Node child = node.add(new Node("a"));

        assertThat(children).containsExactly(child);
        assertThatThrownBy(() -> children.remove(0))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRepeatedNameMeansTheFirst() {
        Node node = new Node("");
        for (int i = 0; i < 40; i++) {
            node.append(Property.cells("p" + i % 20, i));
        }

        assertThat(node.property("p19")).hasValue(Property.cells("p19", 19));
    }

    @Test
    void aPropertyIsNotAddedTwice() {
        Node node = new Node("a").set(Property.empty("p"));

        assertThatThrownBy(() -> node.add(0, Property.empty("p")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anySequenceOfChangesLeavesWhatAPlainListWould() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new SplittableRandom(seed);
            Node node = new Node("");
            List<String> plain = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                change(random, node, plain);
                assertThat(node.children())
                        .extracting(Node::name)
                        .as("seed " + seed)
                        .isEqualTo(plain);
                String name = "n" + random.nextInt(60);
                assertThat(node.child(name).isPresent())
                        .as("seed " + seed)
                        .isEqualTo(plain.contains(name));
            }
        }
    }

    private static void change(SplittableRandom random, Node node, List<String> plain) {
        String name = "n" + random.nextInt(60);
        if (plain.contains(name)) {
            Node child = node.child(name).orElseThrow();
            assertThat(child.name()).isEqualTo(name);
            if (random.nextInt(4) == 0) {
                node.remove(child);
                plain.remove(name);
            }
            return;
        }
        int at =
                switch (random.nextInt(3)) {
                    case 0 -> 0;
                    case 1 -> plain.size();
                    default -> random.nextInt(plain.size() + 1);
                };
        node.add(at, new Node(name));
        plain.add(at, name);
    }
}
