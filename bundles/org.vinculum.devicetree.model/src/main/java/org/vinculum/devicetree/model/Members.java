package org.vinculum.devicetree.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

/// The properties or the children of one node in order, found by name without a scan once there are many.
///
/// To everybody outside the package an unmodifiable list that follows changes. Where names repeat, the first counts.
final class Members<T> extends AbstractList<T> implements RandomAccess {
    /// Up to here a scan is as fast as a map and needs none.
    private static final int SCANNED = 16;

    private static final int FIRST_CAPACITY = 4;

    private final Function<T, String> nameOf;
    private Object[] members = {};
    private int size;
    private Map<String, Integer> index;

    Members(Function<T, String> nameOf) {
        this.nameOf = nameOf;
    }

    @Override
    public T get(int at) {
        Objects.checkIndex(at, size);
        return at(at);
    }

    @Override
    public int size() {
        return size;
    }

    /// The position of the first member of that name, -1 when there is none.
    int find(String name) {
        if (size > SCANNED) {
            return indexed().getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (nameOf.apply(at(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void append(T member) {
        if (size == members.length) {
            members = Arrays.copyOf(members, Math.max(FIRST_CAPACITY, size + (size >> 1)));
        }
        members[size] = member;
        if (index != null) {
            index.putIfAbsent(nameOf.apply(member), size);
        }
        size++;
    }

    void insert(int at, T member) {
        Objects.checkIndex(at, size + 1);
        append(member);
        if (at < size - 1) {
            System.arraycopy(members, at, members, at + 1, size - 1 - at);
            members[at] = member;
            index = null;
        }
    }

    /// Puts a member of the same name in the place of another.
    void replace(int at, T member) {
        members[Objects.checkIndex(at, size)] = member;
    }

    void delete(int at) {
        Objects.checkIndex(at, size);
        System.arraycopy(members, at + 1, members, at, size - 1 - at);
        members[--size] = null;
        index = null;
    }

    @SuppressWarnings("unchecked")
    private T at(int at) {
        return (T) members[at];
    }

    private Map<String, Integer> indexed() {
        if (index == null) {
            Map<String, Integer> built = HashMap.newHashMap(size);
            for (int i = 0; i < size; i++) {
                built.putIfAbsent(nameOf.apply(at(i)), i);
            }
            index = built;
        }
        return index;
    }
}
