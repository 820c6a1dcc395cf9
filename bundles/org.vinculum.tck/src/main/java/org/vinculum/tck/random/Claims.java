package org.vinculum.tck.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.Origin;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// Streams that a domain asks for, behind two virtual SMMUs, and IDs that are fixed for some. What is drawn can be bound.
public final class Claims {
    private static final int SLOT = 8;

    private Claims() {}

    /// @param sidBits 0 for the least that fits
    public static VirtualIommuNode viommu(int index, int sidBits) {
        long start = 0x404_0000L + index * 0x2_0000L;
        return new VirtualIommuNode(
                AddressRange.of(start, 0x2_0000), 65002 + index, 33 + index, sidBits);
    }

    public static Claim platform(PhysicalStream stream) {
        return platform(stream, "/device-of" + stream.iommu() + "/" + stream.id());
    }

    public static Claim platform(PhysicalStream stream, String device) {
        return new Claim(behind(stream), stream, device, "/guest" + device, OptionalInt.empty());
    }

    /// Two SMMUs share the first virtual one.
    private static int behind(PhysicalStream stream) {
        return stream.iommu().endsWith("c") ? 1 : 0;
    }

    /// Few different streams, so that they are shared often; each PCI function at a place of its own.
    public static List<Claim> of(SplittableRandom random, int most) {
        return drawn(random, new HashSet<>(), random.nextInt(most) + 1);
    }

    /// Others, at places that the first do not have.
    public static List<Claim> more(SplittableRandom random, List<Claim> first, int most) {
        Set<Integer> places = new HashSet<>();
        first.forEach(claim -> claim.vrid().ifPresent(places::add));
        return drawn(random, places, random.nextInt(most) + 1);
    }

    private static List<Claim> drawn(SplittableRandom random, Set<Integer> places, int count) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String iommu = "/iommu@" + (char) ('a' + random.nextInt(3));
            PhysicalStream stream = PhysicalStream.of(iommu, random.nextInt(64));
            int place = places.size() * SLOT;
            if (random.nextInt(4) == 0 && places.add(place)) {
                claims.add(
                        new Claim(
                                behind(stream),
                                stream,
                                "0000:00:" + Integer.toHexString(place) + ".0",
                                "/pcie@10000000",
                                OptionalInt.of(place)));
            } else {
                claims.add(platform(stream));
            }
        }
        return claims;
    }

    /// IDs of the user for some, no two the same.
    public static List<FixedId> fixed(SplittableRandom random, List<Claim> claims) {
        List<FixedId> fixed = new ArrayList<>();
        Set<PhysicalStream> streams = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        for (Claim claim : claims) {
            long id = random.nextInt(5) == 0 ? random.nextLong(0x4000) : random.nextLong(40);
            if (random.nextInt(5) == 0 && streams.add(claim.physical()) && ids.add(id)) {
                fixed.add(fixed(claim.physical(), id, Origin.USER, "guest.cfg:1"));
            }
        }
        return fixed;
    }

    public static FixedId fixed(PhysicalStream stream, long id, Origin origin, String place) {
        return new FixedId(stream, behind(stream), StreamId.of(id), origin, place);
    }

    /// All of a binding, to be kept.
    public static List<FixedId> kept(Binding binding) {
        List<FixedId> kept = new ArrayList<>();
        for (BoundStream stream : binding.streams()) {
            kept.add(
                    fixed(
                            stream.physical(),
                            stream.vsid().unsigned(),
                            Origin.PREVIOUS,
                            "binding.json"));
        }
        return kept;
    }
}
