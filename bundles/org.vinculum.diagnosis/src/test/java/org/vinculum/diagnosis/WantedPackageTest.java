package org.vinculum.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedPackageTest {
    private static String of(String filter) {
        return WantedPackage.of(filter).toString();
    }

    @Test
    void aRangeReadsAsManifestsWriteIt() {
        assertThat(of("(&(osgi.wiring.package=a.b)(version>=1.1.0)(!(version>=2.0.0)))"))
                .isEqualTo("a.b [1.1.0,2.0.0)");
    }

    @Test
    void anInclusiveEndReadsSo() {
        assertThat(of("(&(osgi.wiring.package=a.b)(version>=1.1.0)(version<=1.4.0))"))
                .isEqualTo("a.b [1.1.0,1.4.0]");
    }

    @Test
    void withoutAnEndItIsOpen() {
        assertThat(of("(&(osgi.wiring.package=a.b)(version>=1.1.0))")).isEqualTo("a.b [1.1.0,)");
    }

    @Test
    void withoutVersionsItIsTheNameAlone() {
        assertThat(of("(osgi.wiring.package=a.b)")).isEqualTo("a.b");
    }
}
