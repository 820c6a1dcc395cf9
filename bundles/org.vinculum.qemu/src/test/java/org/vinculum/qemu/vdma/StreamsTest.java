package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose transactions an engine issues, and whether it may.
class StreamsTest extends EngineOnPages {
    @Test
    void aFunctionThatIsNoBusMasterIssuesNothing() {
        bench.enable(false);
        bench.enableMessages(TO, 1);

        assertThat(bench.run(COPY, FROM, TO, 1)).isEqualTo(1);
        assertThat(bench.run(TOUCH, FROM, TO, 1)).isEqualTo(1);
        assertThat(bench.run(RAISE, FROM, TO, 1)).isEqualTo(2);
        assertThat(port.transactions).isZero();
    }

    @Test
    void aFunctionThatCeasesToBeBusMasterStopsInTheMiddle() {
        port.meanwhile = () -> bench.enable(port.transactions < 3);

        assertThat(bench.run(COPY, FROM, TO, 4 * PAGE)).isEqualTo(2);

        assertThat(port.transactions).isEqualTo(3);
    }

    @Test
    void theStreamOffsetCountsFromTheFunctionsOwnStream() {
        bench.run(COPY, FROM, TO, 1);
        bench.bar.setInt(0x04, 15);
        bench.run(COPY, FROM, TO, 1);
        bench.bar.setInt(0x04, 0);
        bench.run(COPY, FROM, TO, 1);

        assertThat(connected).containsExactly(0x100, 0x10f);
    }

    @ParameterizedTest
    @CsvSource({"16", "256", "-1", "-256", "2147483647", "-2147483648"})
    void aStreamThatTheSmmuDoesNotHaveIsRefused(int offset) {
        bench.bar.setInt(0x04, offset);

        assertThat(bench.run(COPY, FROM, TO, 1)).isEqualTo(1);

        assertThat(connected).isEmpty();
    }

    @Test
    void theSecondFunctionDoesNotReachStreamsBeforeItsOwn() {
        var second = new EngineBench(ports, 1);
        second.bar.setInt(0x04, -8);
        assertThat(second.run(COPY, FROM, TO, 1)).isEqualTo(1);

        second.bar.setInt(0x04, 7);
        assertThat(second.run(COPY, FROM, TO, 1)).isZero();
        assertThat(connected).containsExactly(0x10f);
    }

    @Test
    void bothFunctionsUseOneConnectionOfAStream() {
        var second = new EngineBench(ports, 1);
        second.run(COPY, FROM, TO, 1);
        bench.bar.setInt(0x04, 8);

        bench.run(COPY, FROM, TO, 1);

        assertThat(connected).containsExactly(0x108);
    }
}
