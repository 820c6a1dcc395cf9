package org.vinculum.devicetree.model;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

/// The list of a node that has no members yet, for whoever looks before something comes in.
///
/// Nodes do not keep it: a walk over a large tree must not leave a list in every leaf.
final class Later<T> extends AbstractList<T> implements RandomAccess {
    private final Node node;
    private final Function<Node, List<T>> members;

    /// @param members gives null as long as there are none
    Later(Node node, Function<Node, List<T>> members) {
        this.node = node;
        this.members = members;
    }

    @Override
    public T get(int at) {
        Objects.checkIndex(at, size());
        return members.apply(node).get(at);
    }

    @Override
    public int size() {
        List<T> list = members.apply(node);
        return list == null ? 0 : list.size();
    }
}
