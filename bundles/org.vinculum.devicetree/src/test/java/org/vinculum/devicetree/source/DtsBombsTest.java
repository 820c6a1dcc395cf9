package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.devicetree.source.Refusals.assertRefusal;
import static org.vinculum.devicetree.source.Refusals.assertRefusalInRoot;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.firmware.InputFile;

/// Sources of up to 16 MiB made to use up time or memory.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DtsBombsTest {
    private static final int LARGE = 16 << 20;

    @Test
    void nodesThatNeverEndAreRefusedAtTheDepthCap() {
        assertRefusal("/dts-v1/; / {" + filled("a{"))
                .endsWith("nodes at most 64 deep, found one more");
    }

    @Test
    void propertiesWithoutNumberAreCounted() {
        var source = new StringBuilder(LARGE);
        for (int i = 0; source.length() < LARGE - 10; i++) {
            source.append(Integer.toString(i, 36)).append(';');
        }

        assertRefusalInRoot(source.toString())
                .endsWith("at most 262144 nodes, properties, labels and references, found more");
    }

    @Test
    void nodesWithoutNumberAreCounted() {
        var source = new StringBuilder(LARGE);
        for (int i = 0; source.length() < LARGE - 10; i++) {
            source.append(Integer.toString(i, 36)).append("{};");
        }

        assertRefusalInRoot(source.toString())
                .endsWith("at most 262144 nodes, properties, labels and references, found more");
    }

    @Test
    void referencesWithoutNumberAreCounted() {
        assertRefusalInRoot("n: n { a = <" + filled("&n"))
                .endsWith("at most 262144 nodes, properties, labels and references, found more");
    }

    @Test
    void labelsWithoutNumberAreCounted() {
        assertRefusalInRoot("a = " + filled("a:"))
                .endsWith("at most 262144 nodes, properties, labels and references, found more");
    }

    @Test
    void labelsOfOneNodeWithoutNumberAreCounted() {
        var source = new StringBuilder(LARGE);
        for (int i = 0; source.length() < LARGE - 10; i++) {
            source.append('_').append(Integer.toString(i, 36)).append(':');
        }

        assertRefusalInRoot(source + "n { };")
                .endsWith("at most 262144 nodes, properties, labels and references, found more");
    }

    @Test
    void reservationsWithoutNumberAreCounted() {
        assertRefusal("/dts-v1/;" + filled("/memreserve/ 1 1;"))
                .endsWith("at most 262144 nodes, properties, labels and references, found more");
    }

    @Test
    void cellsWithoutNumberAreCounted() {
        assertRefusalInRoot("a = <" + filled("1 "))
                .endsWith("at most 16777216 bytes of property values, found more");
    }

    @Test
    void aMillionChangesOfOneNodeAreReadInOnePass() {
        String changes = "&n{a;};".repeat(1_000_000);
        byte[] source =
                ("/dts-v1/; / { n: n { }; };" + changes).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DtsReader.read(InputFile.of("t.dts", source)).root().children()).hasSize(1);
    }

    @Test
    void aNodeDeletedAndDefinedAgainAndAgainIsReadInOnePass() {
        String again = "/ { n { a; }; };/delete-node/ &{/n};".repeat(100_000);
        byte[] source = ("/dts-v1/; / { };" + again).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DtsReader.read(InputFile.of("t.dts", source)).root().children()).isEmpty();
    }

    @Test
    void fixupsAreBoundedAltogether() {
        String name = "n".repeat(10_000);

        assertRefusal(
                        "/dts-v1/; /plugin/; / { "
                                + name
                                + "{ a = <"
                                + "&x ".repeat(10_000)
                                + ">; }; };")
                .endsWith("at most 16777216 bytes of property values, found more");
    }

    private static String filled(String text) {
        return text.repeat(LARGE / text.length() - 100);
    }
}
