package org.vinculum.launcher.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstallListTest {
    @Test
    void aLineIsStartLevelDigestAndFile() {
        InstallList list = InstallList.parse(List.of("2 c0ffee some bundle-1.0.jar"));

        assertThat(list.entries())
                .containsExactly(new InstallList.Entry(2, "c0ffee", "some bundle-1.0.jar"));
    }

    @Test
    void aBundleOfTwoFeaturesIsInstalledOnceWhereItComesFirst() {
        InstallList both =
                InstallList.parse(List.of("1 aa a.jar", "1 bb b.jar"))
                        .and(InstallList.parse(List.of("1 bb b.jar", "1 cc c.jar")));

        assertThat(both.entries())
                .extracting(InstallList.Entry::file)
                .containsExactly("a.jar", "b.jar", "c.jar");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> InstallList.parse(List.of("1 only-two")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 only-two");
    }
}
