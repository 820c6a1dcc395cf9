package org.vinculum.smmu.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void whoeverMadeThemCannotChangeThem() {
        long[] memory = {1, 2};
        Words words = Words.of(memory);

        memory[0] = 9;

        assertThat(words.word(0)).isEqualTo(1);
    }

    @Test
    void anotherWordMakesOtherWords() {
        Words words = Words.of(1, 2);

        assertThat(words.with(1, 3)).isEqualTo(Words.of(1, 3));
        assertThat(words).isEqualTo(Words.of(1, 2));
    }

    @Test
    void onlySizesOfTheArchitectureExist() {
        assertThat(Words.of(new long[8]).size()).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(1, 2, 3))
                .withMessageContaining("3");
        assertThatIllegalArgumentException().isThrownBy(Words::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Words.of(new long[16]));
    }

    @Test
    void aWordThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(1, 2).word(2))
                .withMessage("no word 2 in 2");
    }

    @Test
    void theyPrintWordByWord() {
        assertThat(Words.of(0x46, -1L)).hasToString("0000000000000046 ffffffffffffffff");
    }
}
