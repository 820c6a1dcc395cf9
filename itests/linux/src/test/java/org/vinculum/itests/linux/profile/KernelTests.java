package org.vinculum.itests.linux.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Debian's kernels in both modes; pages of 16 KiB have tables of their own.
class KernelTests {
    // mode, kernel, page size that the SMMU's tables have
    static List<Arguments> kernels() {
        return Matrix.of(
                """
                  virtual  | cloud
                  physical | cloud
                  virtual  | generic
                  physical | generic
                  virtual  | 6.12
                  physical | 6.12
                  virtual  | 6.12-16k
                + physical | 6.12-16k
                """);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("kernels")
    void eachKernelPassesEveryTest(String mode, String kernel) throws InterruptedException {
        var guest = new ProfiledGuest(mode).kernel(kernel).identification("IDR1=0x01070010");

        assertThat(guest.run().verdict()).as(guest::printed).isEqualTo("PASS 15 tests");
    }
}
