package org.vinculum.acpi.iort.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.GuestFirmwareWriter.Stream;
import org.vinculum.memory.StreamId;

class GuestTableTest {
    @Test
    void runsOfStreamsThatFollowEachOtherHaveOneMapping() {
        Iort table = Guests.table(Guests.of(List.of(Guests.smmu(0, true, 1, 2, 3, 7, 8))));

        assertThat(ranges(only(table, SmmuV3.class))).containsExactly("1+3=1", "7+2=7");
    }

    @Test
    void eachOfSeveralSmmusHasDeviceIdsOfItsOwn() {
        Iort table =
                Guests.table(
                        Guests.of(List.of(Guests.smmu(0, true, 1), Guests.smmu(1, true, 1, 2))));

        assertThat(all(table, SmmuV3.class).stream().map(GuestTableTest::ranges))
                .containsExactly(List.of("1+1=1"), List.of("1+2=65537"));
    }

    @Test
    void aGuestWithoutStreamsHasAnSmmuWithoutMappings() {
        Iort table = Guests.table(Guests.of(List.of(Guests.smmu(0, false))));

        assertThat(only(table, SmmuV3.class).mappings().entries()).isEmpty();
        assertThat(only(table, SmmuV3.class).coherent()).isFalse();
        assertThat(table.nodes()).hasSize(2);
    }

    @Test
    void theHighestStreamIdsAreUnsigned() {
        Iort table =
                Guests.table(Guests.of(List.of(Guests.smmu(0, true, 0xffff_fffeL, 0xffff_ffffL))));

        assertThat(ranges(only(table, SmmuV3.class))).containsExactly("4294967294+2=4294967294");
    }

    // Linux asks for mapping 0, 1, … of a named component until one is not single.
    @Test
    void aDeviceHasASingleMappingForEachStreamAtItsOwnSmmu() {
        Iort table =
                Guests.table(
                        Guests.of(
                                List.of(Guests.smmu(0, true, 5), Guests.smmu(1, true, 5)),
                                Guests.device("\\_SB_.P000", stream(0, 5), stream(1, 5))));
        List<SmmuV3> smmus = all(table, SmmuV3.class);

        assertThat(only(table, NamedComponent.class).mappings().entries())
                .containsExactly(
                        new IdMapping(0, 0, 5, smmus.get(0).offset(), IdMapping.SINGLE),
                        new IdMapping(0, 0, 5, smmus.get(1).offset(), IdMapping.SINGLE));
    }

    @Test
    void moreStreamsThanANodeHoldsShareSeveralWindowNodes() {
        long[] streams = LongStream.rangeClosed(1, 6001).toArray();
        Guest guest =
                new Guest(
                        List.of(Guests.smmu(0, true, streams)),
                        Optional.empty(),
                        List.of(),
                        Optional.of(Guests.WINDOW));

        List<Rmr> windows = all(Guests.table(guest), Rmr.class);

        assertThat(windows).hasSize(3);
        assertThat(windows.stream().mapToInt(w -> w.mappings().entries().size()))
                .containsExactly(3000, 3000, 1);
        assertThat(windows.getLast().mappings().entries().getLast().outputBase()).isEqualTo(6001);
    }

    @Test
    void moreRunsThanANodeHoldsBecomeOneRange() {
        long[] odd = LongStream.range(0, 3001).map(i -> 2 * i + 1).toArray();

        Iort table = Guests.table(Guests.of(List.of(Guests.smmu(0, true, odd))));

        assertThat(ranges(only(table, SmmuV3.class))).containsExactly("1+6001=1");
    }

    @Test
    void noWindowIsWrittenForNoStream() {
        Guest guest =
                new Guest(
                        List.of(Guests.smmu(0, true)),
                        Optional.empty(),
                        List.of(),
                        Optional.of(Guests.WINDOW));

        assertThat(all(Guests.table(guest), Rmr.class)).isEmpty();
    }

    @Test
    void identifiersAreUnique() {
        Iort table = Guests.table(Guests.small());

        assertThat(table.nodes().stream().map(n -> n.head().identifier())).doesNotHaveDuplicates();
    }

    private static Stream stream(int viommu, long vsid) {
        return new Stream(viommu, StreamId.of(vsid));
    }

    /// "input+count=output" of each mapping.
    private static List<String> ranges(IortNode node) {
        List<String> ranges = new ArrayList<>();
        for (IdMapping mapping : node.mappings().entries()) {
            ranges.add(mapping.inputBase() + "+" + mapping.length() + "=" + mapping.outputBase());
        }
        return ranges;
    }

    private static <T extends IortNode> T only(Iort table, Class<T> type) {
        assertThat(all(table, type)).hasSize(1);
        return all(table, type).getFirst();
    }

    private static <T extends IortNode> List<T> all(Iort table, Class<T> type) {
        return table.nodes().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
