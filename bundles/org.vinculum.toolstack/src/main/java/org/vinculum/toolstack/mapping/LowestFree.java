package org.vinculum.toolstack.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.Origin;
import org.vinculum.binding.Refusal;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// Gives each stream the lowest free ID of its virtual SMMU, in claim order, so that appending never renumbers.
///
/// Fixed IDs are reserved first. PCI functions live in a block of their own ([IdSpace]), where the ID follows from the
/// requester ID. The first claim of a stream decides which of the two it is.
public final class LowestFree {
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<PhysicalStream, Group> groups = new LinkedHashMap<>();
    private final List<IdSpace> spaces = new ArrayList<>();
    private final Assignment assignment;

    private LowestFree(Assignment assignment) {
        this.assignment = assignment;
    }

    /// Binds every stream of the assignment, in time proportional to `n log n`.
    ///
    /// @throws BindingRefusedException with every reason found
    public static Binding map(Assignment assignment) {
        return new LowestFree(assignment).map();
    }

    private Binding map() {
        for (VirtualIommuNode node : assignment.viommus()) {
            spaces.add(new IdSpace(node.sidBits()));
        }
        for (Claim claim : assignment.claims()) {
            groups.computeIfAbsent(claim.physical(), p -> new Group(p, claim)).add(claim);
        }
        for (FixedId fixed : assignment.fixed()) {
            reserve(fixed);
        }
        spaces.forEach(IdSpace::placeBlock);
        for (Group group : groups.values()) {
            allocate(group);
        }
        if (!refusals.isEmpty()) {
            throw new BindingRefusedException(refusals);
        }
        return new Binding(assignment.domain(), sizedViommus(), sorted(groups.values()));
    }

    private void reserve(FixedId fixed) {
        Group group = groups.get(fixed.physical());
        if (group == null || group.vsid != null || group.viommu != fixed.viommu()) {
            return;
        }
        IdSpace space = spaces.get(group.viommu);
        Group owner = space.owner(fixed.vsid());
        boolean fits = space.holds(fixed.vsid());
        if (owner == null && fits) {
            group.bind(fixed.vsid(), fixed.origin());
            space.reserve(fixed.vsid(), group);
        } else if (fixed.origin() == Origin.USER) {
            refusals.add(fits ? takenTwice(fixed, owner) : tooLarge(fixed, space));
        }
    }

    // A PCI function whose place in the block is taken by a fixed ID cannot occur: the block avoids
    // those.
    private void allocate(Group group) {
        if (group.vsid != null) {
            return;
        }
        IdSpace space = spaces.get(group.viommu);
        long id = group.firstIsPci() ? space.pci(group.vrid.getAsInt()) : space.lowestFree();
        if (id < 0) {
            refusals.add(spaceFull(group, space));
            return;
        }
        group.bind(StreamId.of(id), group.firstIsPci() ? Origin.PCI : Origin.ALLOCATED);
        space.reserve(group.vsid, group);
    }

    private List<VirtualIommuNode> sizedViommus() {
        List<VirtualIommuNode> sized = new ArrayList<>();
        for (int i = 0; i < spaces.size(); i++) {
            VirtualIommuNode node = assignment.viommus().get(i);
            int bits = node.sidBits() != 0 ? node.sidBits() : spaces.get(i).bitsNeeded();
            sized.add(new VirtualIommuNode(node.registers(), node.phandle(), node.intid(), bits));
        }
        return sized;
    }

    private static List<BoundStream> sorted(Collection<Group> groups) {
        List<BoundStream> streams = new ArrayList<>(groups.size());
        for (Group group : groups) {
            streams.add(group.toStream());
        }
        streams.sort(Comparator.comparingInt(BoundStream::viommu).thenComparing(BoundStream::vsid));
        return streams;
    }

    private static Refusal takenTwice(FixedId fixed, Group owner) {
        return new Refusal(
                "vsid-taken",
                fixed.place(),
                "vSID "
                        + fixed.vsid()
                        + " is asked for by stream "
                        + fixed.physical()
                        + " and belongs to stream "
                        + owner.physical
                        + " already; give one of them another ID");
    }

    private static Refusal tooLarge(FixedId fixed, IdSpace space) {
        return new Refusal(
                "vsid-out-of-range",
                fixed.place(),
                "vSID " + fixed.vsid() + " does not fit in SIDSIZE " + space.limitBits() + " bits");
    }

    private static Refusal spaceFull(Group group, IdSpace space) {
        return new Refusal(
                "vsid-exhausted",
                group.guestNodes.getFirst(),
                "no vSID of SIDSIZE "
                        + space.limitBits()
                        + " bits is free for stream "
                        + group.physical);
    }
}
