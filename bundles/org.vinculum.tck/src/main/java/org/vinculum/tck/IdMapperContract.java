package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.IdMapper;
import org.vinculum.binding.Origin;
import org.vinculum.binding.Refusal;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.tck.random.Claims;
import org.vinculum.tck.random.Seeds;

/// What a mapper of stream IDs has to do.
@Timeout(120)
public abstract class IdMapperContract {
    private static final PhysicalStream A = PhysicalStream.of("/iommu@a", 0x10);
    private static final PhysicalStream B = PhysicalStream.of("/iommu@b", 0x10);

    protected abstract IdMapper mapper();

    private Binding map(int sidBits, List<Claim> claims, List<FixedId> fixed) {
        return mapper().map(assignment(sidBits, claims, fixed));
    }

    private static Assignment assignment(int sidBits, List<Claim> claims, List<FixedId> fixed) {
        return new Assignment(
                "guest",
                List.of(Claims.viommu(0, sidBits), Claims.viommu(1, sidBits)),
                claims,
                fixed);
    }

    private static long vsid(Binding binding, PhysicalStream stream) {
        return binding.ofPhysical(stream).orElseThrow().vsid().unsigned();
    }

    private BindingRefusedException refused(int sidBits, List<Claim> claims, List<FixedId> fixed) {
        var refused =
                assertThrows(BindingRefusedException.class, () -> map(sidBits, claims, fixed));
        assertFalse(refused.refusals().isEmpty());
        for (Refusal one : refused.refusals()) {
            assertTrue(Wording.isName(one.code()), one.toString());
            assertTrue(Wording.isSentence(one.place()), one.toString());
            assertTrue(Wording.isSentence(one.message()), one.toString());
        }
        return refused;
    }

    @Test
    public void theNameIsAWordOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(mapper().name()), mapper().name());
    }

    @Test
    public void theSameAssignmentGivesTheSameBinding() {
        IdMapper mapper = mapper();
        Seeds.each(
                50,
                random -> {
                    List<Claim> claims = Claims.of(random, 60);
                    Assignment assignment = assignment(0, claims, Claims.fixed(random, claims));

                    Binding binding = mapper.map(assignment);

                    assertEquals(binding.streams(), mapper.map(assignment).streams());
                    assertEquals(binding.streams(), mapper().map(assignment).streams());
                    assertEquals(binding.viommus(), mapper().map(assignment).viommus());
                });
    }

    @Test
    public void everyClaimIsBoundOnceWithItsDevicesBehindItsVirtualSmmu() {
        Seeds.each(
                50,
                random -> {
                    List<Claim> claims = Claims.of(random, 80);
                    Binding binding = map(0, claims, Claims.fixed(random, claims));
                    Set<PhysicalStream> claimed = new HashSet<>();
                    for (Claim claim : claims) {
                        claimed.add(claim.physical());
                        BoundStream stream = binding.ofPhysical(claim.physical()).orElseThrow();
                        assertEquals(claim.viommu(), stream.viommu());
                        assertTrue(stream.devices().contains(claim.device()), claim.device());
                        assertTrue(stream.guestNodes().contains(claim.guestNode()));
                    }
                    assertEquals(claimed.size(), binding.streams().size());
                });
    }

    @Test
    public void streamsAreSortedAndFitIntoTheirVirtualSmmu() {
        Seeds.each(
                50,
                random -> {
                    List<Claim> claims = Claims.of(random, 80);
                    Binding binding = map(0, claims, Claims.fixed(random, claims));
                    BoundStream last = null;
                    for (BoundStream stream : binding.streams()) {
                        int bits = binding.viommus().get(stream.viommu()).sidBits();
                        assertTrue(stream.vsid().unsigned() < 1L << bits, stream.toString());
                        assertTrue(last == null || comesBefore(last, stream), stream.toString());
                        last = stream;
                    }
                });
    }

    private static boolean comesBefore(BoundStream one, BoundStream next) {
        return one.viommu() < next.viommu()
                || one.viommu() == next.viommu() && one.vsid().compareTo(next.vsid()) < 0;
    }

    @Test
    public void appendingNeverRenumbers() {
        Seeds.each(
                50,
                random -> {
                    List<Claim> claims = Claims.of(random, 60);
                    List<FixedId> fixed = Claims.fixed(random, claims);
                    Binding before = map(0, claims, fixed);
                    List<Claim> longer = new ArrayList<>(claims);
                    longer.addAll(Claims.more(random, claims, 20));

                    Binding after = map(0, longer, fixed);

                    for (BoundStream stream : before.streams()) {
                        PhysicalStream physical = stream.physical();
                        assertEquals(
                                stream.vsid().unsigned(),
                                vsid(after, physical),
                                physical.toString());
                    }
                });
    }

    @Test
    public void withThePreviousBindingRemovingNeverRenumbers() {
        Seeds.each(
                50,
                random -> {
                    List<Claim> claims = Claims.of(random, 60);
                    Binding before = map(0, claims, Claims.fixed(random, claims));
                    List<Claim> fewer = new ArrayList<>(claims);
                    fewer.removeIf(_ -> random.nextInt(3) == 0);

                    Binding after = map(0, fewer, Claims.kept(before));

                    for (BoundStream stream : after.streams()) {
                        assertEquals(vsid(before, stream.physical()), stream.vsid().unsigned());
                    }
                });
    }

    @Test
    public void equalIdsBehindTwoSmmusAreTwoStreams() {
        Binding binding = map(0, List.of(Claims.platform(A), Claims.platform(B)), List.of());

        assertEquals(2, binding.streams().size());
        assertNotEquals(vsid(binding, A), vsid(binding, B));
    }

    @Test
    public void aStreamOfSeveralDevicesHasOneId() {
        Claim first = Claims.platform(A, "/first");
        Claim second = Claims.platform(A, "/second");

        Binding binding = map(0, List.of(first, second), List.of());

        assertEquals(1, binding.streams().size());
        assertEquals(List.of("/first", "/second"), binding.streams().getFirst().devices());
    }

    @Test
    public void idsOfTheUserAndOfThePreviousBindingAreHonoured() {
        List<FixedId> fixed =
                List.of(
                        Claims.fixed(A, 0x77, Origin.USER, "guest.cfg:1"),
                        Claims.fixed(B, 0x1, Origin.PREVIOUS, "binding.json"));

        Binding binding = map(0, List.of(Claims.platform(A), Claims.platform(B)), fixed);

        assertEquals(0x77, vsid(binding, A));
        assertEquals(Origin.USER, binding.ofPhysical(A).orElseThrow().origin());
        assertEquals(0x1, vsid(binding, B));
        assertEquals(Origin.PREVIOUS, binding.ofPhysical(B).orElseThrow().origin());
    }

    @Test
    public void aFixedIdOfAStreamThatNobodyClaimsBindsNothing() {
        Binding binding =
                map(
                        0,
                        List.of(Claims.platform(A)),
                        List.of(Claims.fixed(B, 7, Origin.USER, "guest.cfg:1")));

        assertEquals(1, binding.streams().size());
    }

    @Test
    public void theUserComesBeforeThePreviousBinding() {
        List<FixedId> fixed =
                List.of(
                        Claims.fixed(A, 0x55, Origin.USER, "guest.cfg:1"),
                        Claims.fixed(B, 0x55, Origin.PREVIOUS, "binding.json"));

        Binding binding = map(0, List.of(Claims.platform(A), Claims.platform(B)), fixed);

        assertEquals(0x55, vsid(binding, A));
        assertNotEquals(0x55, vsid(binding, B));
    }

    @Test
    public void oneIdThatTheUserGivesToTwoStreamsIsRefusedAtItsPlace() {
        var refused =
                refused(
                        0,
                        List.of(Claims.platform(A), Claims.platform(B)),
                        List.of(
                                Claims.fixed(A, 5, Origin.USER, "guest.cfg:1"),
                                Claims.fixed(B, 5, Origin.USER, "guest.cfg:2")));

        assertTrue(refused.getMessage().contains("guest.cfg:2"), refused.getMessage());
    }

    @Test
    public void anIdThatTheVirtualSmmuCannotHaveIsRefusedAtItsPlace() {
        var refused =
                refused(
                        8,
                        List.of(Claims.platform(A)),
                        List.of(Claims.fixed(A, 0x100, Origin.USER, "guest.cfg:1")));

        assertTrue(refused.getMessage().contains("guest.cfg:1"), refused.getMessage());
    }

    @Test
    public void moreStreamsThanIdsAreRefused() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            claims.add(Claims.platform(PhysicalStream.of("/iommu@a", i)));
        }

        refused(4, claims, List.of());
    }

    @Test
    public void anEmptyAssignmentIsAnEmptyBinding() {
        assertEquals(List.of(), map(0, List.of(), List.of()).streams());
    }
}
