package example.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkPartTest {
    private static final int MARK = 0xe00;

    private final MarkPart part = new MarkPart();

    @Test
    void theCommandLeavesItsNumberInTheRegister() {
        assertThat(part.execute(0xcafe_f00d_0000_0080L, 0)).isTrue();
        assertThat(part.read(MARK)).isEqualTo(0xcafe_f00d);
    }

    @ParameterizedTest
    @CsvSource({"81, 0", "180, 0", "80000080, 0", "80, 1"})
    void otherCommandsAndOtherBitsAreIllegalAndChangeNothing(String word0, String word1) {
        part.write(MARK, 7);

        assertThat(part.execute(Long.parseLong(word0, 16), Long.parseLong(word1, 16))).isFalse();
        assertThat(part.read(MARK)).isEqualTo(7);
    }

    @Test
    void softwareWritesTheRegisterAndNothingBesideIt() {
        part.write(MARK, 5);
        part.write(MARK + 4, 6);

        assertThat(part.read(MARK)).isEqualTo(5);
        assertThat(part.read(MARK + 4)).isZero();
    }

    @Test
    void anotherPartTakesTheNumberOver() {
        part.execute(0xcafe_f00d_0000_0080L, 0);
        MarkPart next = new MarkPart();

        next.restore(part.save());

        assertThat(next.read(MARK)).isEqualTo(0xcafe_f00d);
    }
}
