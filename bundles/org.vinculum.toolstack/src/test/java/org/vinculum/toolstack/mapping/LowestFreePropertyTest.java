package org.vinculum.toolstack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.firmware.PhysicalStream;

/// What must hold for any configuration; the seed is the test's name, so that a failure can be had again.
class LowestFreePropertyTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void appendingNeverRenumbers(long seed) {
        Draw draw = new Draw(seed);
        List<Claim> claims = draw.claims(60);
        List<FixedId> fixed = draw.fixed(claims);

        Binding before = LowestFreeTest.map(claims, fixed);
        List<Claim> longer = new ArrayList<>(claims);
        longer.addAll(draw.claims(20));
        Binding after = LowestFreeTest.map(longer, fixed);

        for (BoundStream stream : before.streams()) {
            assertThat(after.ofPhysical(stream.physical()).orElseThrow().vsid())
                    .as(stream.physical().toString())
                    .isEqualTo(stream.vsid());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void removingWithThePreviousBindingDoesNotRenumber(long seed) {
        Draw draw = new Draw(seed);
        List<Claim> claims = draw.claims(60);
        Binding before = LowestFreeTest.map(claims, draw.fixed(claims));

        List<Claim> fewer = new ArrayList<>(claims);
        fewer.removeIf(_ -> draw.random.nextInt(3) == 0);
        fewer.addAll(draw.claims(5));
        Binding after = LowestFreeTest.map(fewer, kept(before));

        for (BoundStream stream : after.streams()) {
            before.ofPhysical(stream.physical())
                    .ifPresent(old -> assertThat(stream.vsid()).isEqualTo(old.vsid()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyClaimIsBoundAndBothDirectionsAgree(long seed) {
        Draw draw = new Draw(seed);
        List<Claim> claims = draw.claims(80);
        Binding binding = LowestFreeTest.map(claims, draw.fixed(claims));

        Set<PhysicalStream> claimed = new HashSet<>();
        for (Claim claim : claims) {
            claimed.add(claim.physical());
            BoundStream stream = binding.ofPhysical(claim.physical()).orElseThrow();
            assertThat(stream.devices()).contains(claim.device());
            assertThat(binding.ofVirtual(0, stream.vsid())).contains(stream);
        }
        assertThat(binding.streams()).hasSize(claimed.size());
    }

    private static List<FixedId> kept(Binding binding) {
        return binding.streams().stream()
                .map(s -> LowestFreeTest.previous(s.physical(), s.vsid().unsigned()))
                .toList();
    }

    private static final class Draw {
        private final SplittableRandom random;
        private int nextSlot;

        Draw(long seed) {
            random = new SplittableRandom(seed);
        }

        List<Claim> claims(int most) {
            List<Claim> claims = new ArrayList<>();
            int count = random.nextInt(most) + 1;
            for (int i = 0; i < count; i++) {
                claims.add(claim());
            }
            return claims;
        }

        // IDs are drawn from a small set so that streams are shared often.
        private Claim claim() {
            PhysicalStream stream =
                    PhysicalStream.of("/iommu@" + random.nextInt(3), random.nextInt(64));
            return nextSlot < 256 && random.nextInt(4) == 0
                    ? LowestFreeTest.pci(stream, nextSlot++ << 3)
                    : LowestFreeTest.platform(stream);
        }

        List<FixedId> fixed(List<Claim> claims) {
            List<FixedId> fixed = new ArrayList<>();
            Set<PhysicalStream> done = new HashSet<>();
            Set<Long> used = new HashSet<>();
            for (Claim claim : claims) {
                long id = random.nextInt(5) == 0 ? random.nextLong(0x4000) : random.nextLong(40);
                if (random.nextInt(5) == 0 && done.add(claim.physical()) && used.add(id)) {
                    fixed.add(LowestFreeTest.user(claim.physical(), id));
                }
            }
            return fixed;
        }
    }
}
