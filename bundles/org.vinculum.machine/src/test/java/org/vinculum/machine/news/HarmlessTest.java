package org.vinculum.machine.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {
    @Test
    void controlAndDirectionCharactersAreWrittenOut() {
        assertThat(Harmless.of("a\u001b[2Jb\nc\u202ed\u2028e é"))
                .isEqualTo("a\\u001b[2Jb\\u000ac\\u202ed\\u2028e é");
    }
}
