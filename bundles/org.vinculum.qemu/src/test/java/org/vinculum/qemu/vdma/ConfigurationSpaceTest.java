package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.layout.Layout;

class ConfigurationSpaceTest {
    private static final int FUNCTION = 0x1000;
    private static final int SECOND = 0x8000;
    private static final Layout SMALL = new Layout(512L << 20);
    private static final Layout LARGE = new Layout(5L << 30);

    @Test
    void aFunctionSaysWhatItIsAndWhereItsRegistersAre() {
        assertThat(words(written(SMALL), 0))
                .containsExactly(
                        entry(0x00, 0x5d3a1234),
                        entry(0x04, 0x00100000),
                        entry(0x08, 0xff000001),
                        entry(0x2c, 0x00011234),
                        entry(0x34, 0x00000040),
                        entry(0x40, 0x00016014),
                        entry(0x44, 0x80ff0002),
                        entry(0x48, 0x5fc00000),
                        entry(0x4c, 0x0000fffc),
                        entry(0x60, 0x00808005),
                        entry(0x80, 0x00920010),
                        entry(0x84, 0x00008000),
                        entry(0x100, 0x0001000f),
                        entry(0x104, 0x00000020));
    }

    @Test
    void theSecondFunctionHasRegistersOfItsOwn() {
        assertThat(words(written(SMALL), SECOND))
                .containsEntry(0x00, 0x5d3a1234)
                .containsEntry(0x48, 0x5fc10000)
                .hasSize(14);
    }

    @Test
    void registersAbove4GiBTakeAnEntryWithA64BitBase() {
        assertThat(words(written(LARGE), SECOND))
                .containsEntry(0x40, 0x00016014)
                .containsEntry(0x44, 0x80ff0003)
                .containsEntry(0x48, 0x7fc10002)
                .containsEntry(0x4c, 0x0000fffc)
                .containsEntry(0x50, 0x00000001)
                .hasSize(15);
    }

    @Test
    void thereIsNothingElseOnTheBus() {
        Ram ecam = written(SMALL);

        for (int at = 0; at < ecam.size(); at += 8) {
            if (at / FUNCTION != 0 && at / FUNCTION != SECOND / FUNCTION) {
                assertThat(ecam.getLong(at)).isEqualTo(-1);
            }
        }
    }

    private static Ram written(Layout layout) {
        long start = layout.ecam().start().value();
        Ram ecam = new Ram(start, Arena.ofAuto().allocate(layout.ecam().size(), 4096));
        ConfigurationSpace.write(ecam, layout);
        return ecam;
    }

    /// Words that are not 0, by offset.
    private static TreeMap<Integer, Integer> words(Ram ecam, int start) {
        var words = new TreeMap<Integer, Integer>();
        for (int at = 0; at < FUNCTION; at += 4) {
            if (ecam.getInt(start + at) != 0) {
                words.put(at, ecam.getInt(start + at));
            }
        }
        return words;
    }

    private static Entry<Integer, Integer> entry(int offset, int word) {
        return Map.entry(offset, word);
    }
}
