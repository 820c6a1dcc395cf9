package org.vinculum.devicetree.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

/// The properties or the children of one node in order, found by name without a scan once there are many.
///
/// To everybody outside the package an unmodifiable list that follows changes. Where names repeat, the first counts.
/// Adding at either end moves nothing, for overlays add at the front.
final class Members<T> extends AbstractList<T> implements RandomAccess {
    /// Up to here a scan is as fast as a map and needs none.
    private static final int SCANNED = 16;

    private static final int LEAST_GROWTH = 2;

    private final Function<T, String> nameOf;
    private Object[] members;
    private int start;
    private int size;

    // Positions as they were when the map was made; later additions at the front have negative
    // ones.
    private Map<String, Integer> index;
    private int added;

    /// @param usual how many to have room for at first
    Members(Function<T, String> nameOf, int usual) {
        this.nameOf = nameOf;
        this.members = new Object[usual];
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
            Integer found = indexed().get(name);
            return found == null ? -1 : found + added;
        }
        for (int i = 0; i < size; i++) {
            if (nameOf.apply(at(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void append(T member) {
        if (start + size == members.length) {
            resize(0);
        }
        members[start + size] = member;
        if (index != null) {
            index.putIfAbsent(nameOf.apply(member), size - added);
        }
        size++;
    }

    void insert(int at, T member) {
        Objects.checkIndex(at, size + 1);
        if (at == size) {
            append(member);
            return;
        }
        if (start == 0) {
            resize(Math.max(LEAST_GROWTH, size >> 1));
        }
        System.arraycopy(members, start, members, start - 1, at);
        start--;
        size++;
        members[start + at] = member;
        if (at > 0) {
            index = null;
        } else if (index != null) {
            added++;
            index.put(nameOf.apply(member), -added);
        }
    }

    /// Puts a member of the same name in the place of another.
    void replace(int at, T member) {
        members[start + Objects.checkIndex(at, size)] = member;
    }

    void delete(int at) {
        Objects.checkIndex(at, size);
        System.arraycopy(members, start + at + 1, members, start + at, size - 1 - at);
        size--;
        members[start + size] = null;
        index = null;
    }

    @SuppressWarnings("unchecked")
    private T at(int at) {
        return (T) members[start + at];
    }

    private void resize(int front) {
        int back = front > 0 ? 0 : Math.max(LEAST_GROWTH, size >> 1);
        Object[] larger = new Object[front + size + back];
        System.arraycopy(members, start, larger, front, size);
        members = larger;
        start = front;
    }

    private Map<String, Integer> indexed() {
        if (index == null) {
            Map<String, Integer> built = HashMap.newHashMap(size);
            for (int i = 0; i < size; i++) {
                built.putIfAbsent(nameOf.apply(at(i)), i);
            }
            index = built;
            added = 0;
        }
        return index;
    }
}
