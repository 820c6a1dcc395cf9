package org.vinculum.itests.linux.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// RAM beyond what an `int` counts, and frames above 4 GiB.
class MemorySizeTests {
    // mode, GiB of memory
    static List<Arguments> sizes() {
        return Matrix.of(
                """
                + virtual  | 3
                  physical | 3
                  virtual  | 5
                + physical | 5
                """);
    }

    @ParameterizedTest(name = "{0}, {1} GiB")
    @MethodSource("sizes")
    void muchMemoryIsReached(String mode, int gibibytes) throws InterruptedException {
        var guest = new ProfiledGuest(mode).gibibytes(gibibytes).tests("probe,copy,cycles,msi");

        assertThat(guest.run().verdict()).as(guest::printed).isEqualTo("PASS 4 tests");
    }
}
