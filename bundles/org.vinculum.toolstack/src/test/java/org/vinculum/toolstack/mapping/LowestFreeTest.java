package org.vinculum.toolstack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.Origin;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

class LowestFreeTest {
    private static final PhysicalStream A = PhysicalStream.of("/iommu@a", 0x10);
    private static final PhysicalStream B = PhysicalStream.of("/iommu@b", 0x10);
    private static final PhysicalStream C = PhysicalStream.of("/iommu@a", 0x11);

    @Test
    void platformStreamsTakeTheLowestIdsFromOneInClaimOrder() {
        Binding binding = map(List.of(platform(B), platform(A), platform(C)), List.of());

        assertThat(vsid(binding, B)).isEqualTo(1);
        assertThat(vsid(binding, A)).isEqualTo(2);
        assertThat(vsid(binding, C)).isEqualTo(3);
        assertThat(binding.streams()).allMatch(s -> s.origin() == Origin.ALLOCATED);
    }

    @Test
    void equalPhysicalIdsBehindTwoSmmusAreTwoStreams() {
        Binding binding = map(List.of(platform(A), platform(B)), List.of());

        assertThat(binding.ofVirtual(0, StreamId.of(1)).orElseThrow().physical()).isEqualTo(A);
        assertThat(binding.ofVirtual(0, StreamId.of(2)).orElseThrow().physical()).isEqualTo(B);
    }

    @Test
    void aSharedStreamHasOneIdAndAllItsDevices() {
        Claim first = new Claim(0, A, "/a", "/passthrough/a", OptionalInt.empty());
        Claim second = new Claim(0, A, "/b", "/passthrough/b", OptionalInt.empty());

        Binding binding = map(List.of(first, second), List.of());

        assertThat(binding.streams()).hasSize(1);
        assertThat(binding.streams().getFirst().devices()).containsExactly("/a", "/b");
        assertThat(binding.streams().getFirst().guestNodes())
                .containsExactly("/passthrough/a", "/passthrough/b");
    }

    @Test
    void pciFunctionsLieInTheirBlockAtTheirRequesterId() {
        Binding binding = map(List.of(platform(A), pci(B, 0x8)), List.of());

        assertThat(vsid(binding, B)).isEqualTo(0x1008);
        assertThat(binding.ofPhysical(B).orElseThrow().origin()).isEqualTo(Origin.PCI);
        assertThat(binding.viommus().getFirst().sidBits()).isEqualTo(13);
    }

    @Test
    void platformStreamsStepOverTheBlockEvenWithoutPciDevices() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 0x1001; i++) {
            claims.add(platform(PhysicalStream.of("/iommu@a", i)));
        }

        Binding binding = map(claims, List.of());

        assertThat(vsid(binding, PhysicalStream.of("/iommu@a", 0xffe))).isEqualTo(0xfff);
        assertThat(vsid(binding, PhysicalStream.of("/iommu@a", 0xfff))).isEqualTo(0x2000);
    }

    @Test
    void aFixedIdInsideTheBlockMovesTheWholeBlockUp() {
        Binding binding =
                map(List.of(platform(A), pci(B, 0x8)), List.of(user(A, 0x1800), user(C, 0x2000)));

        assertThat(vsid(binding, A)).isEqualTo(0x1800);
        assertThat(vsid(binding, B)).as("C is nobody's, so 0x2000 is free").isEqualTo(0x2008);
    }

    @Test
    void aFunctionFixedAtItsOwnPlaceLeavesTheBlockWhereItIs() {
        Binding binding = map(List.of(pci(A, 0x8), pci(B, 0x10)), List.of(previous(A, 0x1008)));

        assertThat(vsid(binding, A)).isEqualTo(0x1008);
        assertThat(vsid(binding, B)).isEqualTo(0x1010);
        assertThat(binding.ofPhysical(A).orElseThrow().origin()).isEqualTo(Origin.PREVIOUS);
    }

    @Test
    void fixedIdsAreReservedBeforeAnythingIsAllocated() {
        Binding binding = map(List.of(platform(A), platform(B)), List.of(user(B, 1)));

        assertThat(vsid(binding, B)).isEqualTo(1);
        assertThat(vsid(binding, A)).isEqualTo(2);
        assertThat(binding.ofPhysical(B).orElseThrow().origin()).isEqualTo(Origin.USER);
    }

    @Test
    void oneIdFixedForTwoStreamsIsRefused() {
        var refused =
                catchThrowableOfType(
                        BindingRefusedException.class,
                        () ->
                                map(
                                        List.of(platform(A), platform(B)),
                                        List.of(user(A, 5), user(B, 5))));

        assertThat(refused.refusals()).extracting("code").containsExactly("vsid-taken");
        assertThat(refused.refusals().getFirst().place()).isEqualTo("guest.cfg:1");
    }

    @Test
    void aPreviousIdThatTheUserGaveToAnotherStreamIsLetGo() {
        Binding binding =
                map(List.of(platform(A), platform(B)), List.of(user(A, 2), previous(B, 2)));

        assertThat(vsid(binding, A)).isEqualTo(2);
        assertThat(vsid(binding, B)).isEqualTo(1);
    }

    @Test
    void anIdOutsideABoundedSidsizeIsRefused() {
        Assignment assignment =
                new Assignment(
                        "g", List.of(viommu(8)), List.of(platform(A)), List.of(user(A, 0x100)));

        var refused =
                catchThrowableOfType(
                        BindingRefusedException.class, () -> LowestFree.map(assignment));

        assertThat(refused.refusals()).extracting("code").containsExactly("vsid-out-of-range");
    }

    @Test
    void sidsizeIsTheLeastThatCoversTheHighestIdAndAtLeastEight() {
        assertThat(map(List.of(platform(A)), List.of()).viommus().getFirst().sidBits())
                .isEqualTo(8);
        assertThat(sidBitsFor(0xff)).isEqualTo(8);
        assertThat(sidBitsFor(0x100)).isEqualTo(9);
        assertThat(sidBitsFor(0xffff_ffffL)).isEqualTo(32);
    }

    @Test
    void eachVirtualSmmuHasIdsOfItsOwn() {
        Claim second = new Claim(1, B, "/b", "/passthrough/b", OptionalInt.empty());
        Assignment assignment =
                new Assignment(
                        "g",
                        List.of(viommu(0), viommu(0)),
                        List.of(platform(A), second),
                        List.of());

        Binding binding = LowestFree.map(assignment);

        assertThat(binding.ofVirtual(0, StreamId.of(1)).orElseThrow().physical()).isEqualTo(A);
        assertThat(binding.ofVirtual(1, StreamId.of(1)).orElseThrow().physical()).isEqualTo(B);
    }

    private static int sidBitsFor(long id) {
        return map(List.of(platform(A)), List.of(user(A, id))).viommus().getFirst().sidBits();
    }

    static Claim platform(PhysicalStream stream) {
        String device = "/dev@" + stream.iommu().hashCode() + "." + stream.id();
        return new Claim(0, stream, device, "/passthrough" + device, OptionalInt.empty());
    }

    static Claim pci(PhysicalStream stream, int vrid) {
        return new Claim(0, stream, "pci" + vrid, "/pcie@10000000", OptionalInt.of(vrid));
    }

    static FixedId user(PhysicalStream stream, long id) {
        return new FixedId(stream, 0, StreamId.of(id), Origin.USER, "guest.cfg:1");
    }

    static FixedId previous(PhysicalStream stream, long id) {
        return new FixedId(stream, 0, StreamId.of(id), Origin.PREVIOUS, "binding.json");
    }

    static VirtualIommuNode viommu(int sidBits) {
        return new VirtualIommuNode(AddressRange.of(0x4040000, 0x20000), 65002, 33, sidBits);
    }

    static Binding map(List<Claim> claims, List<FixedId> fixed) {
        return LowestFree.map(new Assignment("g", List.of(viommu(0)), claims, fixed));
    }

    static long vsid(Binding binding, PhysicalStream stream) {
        return binding.ofPhysical(stream).orElseThrow().vsid().unsigned();
    }
}
