package org.vinculum.machine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

class RamPiecesTest {
    private static final long MIB = 1L << 20;

    private static List<String> pieces(List<AddressRange> said, AddressRange... holes) {
        return RamPieces.of(said, List.of(holes)).stream().map(AddressRange::toString).toList();
    }

    @Test
    void wholePiecesAreKept() {
        assertThat(pieces(List.of(AddressRange.of(0x8000_0000L, 0x4000_0000L))))
                .containsExactly("0x80000000+0x40000000");
    }

    @Test
    void theEndsOfWhatIsNotWholeAreCut() {
        assertThat(pieces(List.of(AddressRange.of(0x8000_1000L, 0x60_0000L))))
                .containsExactly("0x80200000+0x400000");
    }

    @Test
    void registersMakeAHole() {
        assertThat(
                        pieces(
                                List.of(AddressRange.of(0, 0x100_0000L)),
                                AddressRange.of(0x3f_0000L, 0x2_0000L)))
                .containsExactly("0x0+0x200000", "0x600000+0xa00000");
    }

    @Test
    void whatIsSaidTwiceCountsOnce() {
        assertThat(
                        pieces(
                                List.of(
                                        AddressRange.of(0, 0x80_0000L),
                                        AddressRange.of(0x40_0000L, 0x80_0000L))))
                .containsExactly("0x0+0x800000", "0x800000+0x400000");
    }

    @Test
    void thereIsAnEndToIt() {
        assertThat(pieces(List.of(AddressRange.of(0, 1L << 51))))
                .containsExactly("0x0+0x1000000000");
        assertThat(pieces(List.of(AddressRange.of(-1L << 30, 1L << 29)))).isEmpty();
    }

    @Test
    void noByteIsRamThatWasNotSaidOrIsAHole() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            List<AddressRange> said = ranges(random);
            List<AddressRange> holes = ranges(random);
            List<AddressRange> pieces = RamPieces.of(said, holes);
            for (int i = 0; i < pieces.size(); i++) {
                AddressRange piece = pieces.get(i);
                assertThat((piece.start().value() | piece.size()) % (2 * MIB)).isZero();
                assertThat(holes).as("seed %d round %d", seed, round).noneMatch(piece::overlaps);
                assertThat(pieces.subList(i + 1, pieces.size())).noneMatch(piece::overlaps);
                for (long at = 0; at < piece.size(); at += 2 * MIB) {
                    Address address = new Address(piece.start().value() + at);
                    assertThat(said).anyMatch(s -> s.contains(address));
                }
            }
        }
    }

    private static List<AddressRange> ranges(SplittableRandom random) {
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ranges.add(
                    AddressRange.of(
                            random.nextLong(64) * MIB / 2, (1 + random.nextLong(32)) * MIB / 2));
        }
        return ranges;
    }
}
