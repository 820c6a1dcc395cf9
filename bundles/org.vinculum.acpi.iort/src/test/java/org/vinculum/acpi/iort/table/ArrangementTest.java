package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.Samples.head;
import static org.vinculum.acpi.iort.table.Samples.map;
import static org.vinculum.acpi.iort.table.Samples.mappings;
import static org.vinculum.acpi.iort.table.Samples.single;
import static org.vinculum.acpi.iort.table.Samples.unarranged;
import static org.vinculum.acpi.iort.table.TableOf.hex;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.TableArray;

class ArrangementTest {
    private static final ItsGroup ITS =
            new ItsGroup(head(100, 0), TableArray.of(List.of(7)), mappings());

    @Test
    void nodesAndTheirPartsStandWhereACompilerWouldPutThem() {
        Iort arranged =
                Arrangement.of(
                        unarranged(ITS, component("\\_SB.D", single(5, 100), map(1, 2, 3, 0))));

        byte[] written = IortWriter.write(arranged);

        assertThat(HexFormat.of().formatHex(written, TableOf.START, written.length))
                .isEqualTo(
                        TableOf.plain(
                                """
                                00 1800 00 64000000 00000000 00000000 01000000 07000000
                                01 4c00 00 c8000000 02000000 24000000
                                00000000 00000000 00 0000 00 00 5c5f53422e44 00
                                00000000 00000000 05000000 30000000 01000000
                                01000000 02000000 03000000 00000000 00000000
                                """));
    }

    @Test
    void theHeaderSaysHowLongTheTableIsAndHowManyNodesItHas() {
        Iort arranged = Arrangement.of(unarranged(ITS));

        assertThat(arranged.length()).isEqualTo(72);
        assertThat(arranged.nodeCount()).isEqualTo(1);
        assertThat(arranged.nodeOffset()).isEqualTo(48);
    }

    @Test
    void theBytesOfATableAddUpTo0() {
        int sum = 0;
        for (byte b : IortWriter.write(Arrangement.of(Samples.everyType()))) {
            sum += b;
        }
        assertThat(sum & 0xff).isZero();
    }

    @Test
    void whatIsArrangedIsReadAsItIs() {
        Iort arranged = Arrangement.of(Samples.everyType());

        assertThat(TableOf.read(IortWriter.write(arranged))).isEqualTo(arranged);
    }

    @Test
    void arrangingTwiceChangesNothing() {
        Iort arranged = Arrangement.of(Samples.everyType());

        assertThat(Arrangement.of(arranged)).isEqualTo(arranged);
    }

    @Test
    void everyNodeStartsAtAMultipleOfFour() {
        assertThat(Arrangement.of(Samples.everyType()).nodes())
                .allMatch(node -> node.offset() % 4 == 0);
    }

    @Test
    void nodesNeedNotBeInTheOrderOfTheirOldOffsets() {
        Iort arranged = Arrangement.of(unarranged(component("A", single(5, 100)), ITS));

        assertThat(arranged.nodes().getFirst().mappings().entries())
                .containsExactly(single(5, arranged.nodes().getLast().offset()));
    }

    @Test
    void theReferenceOfACounterGroupFollowsItsNode() {
        Pmcg group = new Pmcg(head(9, 0), 0, 1, 100, 0, mappings());

        Pmcg arranged = (Pmcg) Arrangement.of(unarranged(ITS, group)).nodes().getLast();

        assertThat(arranged.nodeReference()).isEqualTo(48);
    }

    @Test
    void aReferenceThatNamesNothingStays() {
        Iort arranged = Arrangement.of(unarranged(component("A", single(5, 101)), ITS));

        assertThat(arranged.nodes().getFirst().mappings().entries())
                .containsExactly(single(5, 101));
    }

    @Test
    void anArrayWithoutEntriesHasOffset0() {
        Smmu smmu = new Smmu(head(1, 0), 0, 0, 0, 0, placed(), placed(), placed(), placed());

        Smmu arranged = (Smmu) Arrangement.of(unarranged(smmu)).nodes().getFirst();

        assertThat(List.of(arranged.global(), arranged.context(), arranged.pmu()))
                .allMatch(array -> array.equals(new TableArray<>(0, 0, List.of())));
        assertThat(arranged.mappings()).isEqualTo(new TableArray<>(0, 0, List.of()));
    }

    @Test
    void whatWasWrongInATableIsRight() {
        Iort odd =
                TableOf.read(
                        hex(
                                9,
                                """
                                00 1d00 00 00000000 00000000 00000000 01000000 07000000 ffffffffff
                                01 3800 00 00000000 01000000 24000000
                                00000000 00000000 00 0000 00 00 414200 00000000
                                00000000 00000000 05000000 30000000 01000000
                                """));

        Iort arranged = Arrangement.of(odd);

        assertThat(arranged.slack()).isEmpty();
        assertThat(arranged.nodeCount()).isEqualTo(2);
        assertThat(arranged.nodes().getFirst().head()).isEqualTo(new NodeHead(48, 24, 0, 0));
        assertThat(arranged.nodes().getLast().head()).isEqualTo(new NodeHead(72, 52, 0, 0));
        assertThat(arranged.length()).isEqualTo(124);
    }

    @Test
    void twoNodesWithOneOffsetAreNamed() {
        assertThatThrownBy(() -> Arrangement.of(unarranged(ITS, ITS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ITS group at 0x64: another node has the same offset");
    }

    @Test
    void aNodeAsLongAsItsLengthFieldCanSayIsArranged() {
        Iort arranged = Arrangement.of(unarranged(group(16_378)));

        assertThat(arranged.nodes().getFirst().head().length()).isEqualTo(65_532);
        assertThat(TableOf.read(IortWriter.write(arranged))).isEqualTo(arranged);
    }

    @Test
    void aLongerNodeIsNamed() {
        assertThatThrownBy(() -> Arrangement.of(unarranged(group(16_379))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ITS group at 0x1: 65536 bytes are more than the 65535 that a node can"
                                + " have");
    }

    private static ItsGroup group(int identifiers) {
        return new ItsGroup(
                head(1, 0), TableArray.of(Collections.nCopies(identifiers, 1)), mappings());
    }

    private static NamedComponent component(String name, IdMapping... mappings) {
        return new NamedComponent(
                head(200, 0), 0, MemoryAccess.NOT_COHERENT, 0, name, mappings(mappings));
    }

    /// An array that says where it is and holds nothing.
    private static <T> TableArray<T> placed() {
        return new TableArray<>(60, 0, List.of());
    }
}
