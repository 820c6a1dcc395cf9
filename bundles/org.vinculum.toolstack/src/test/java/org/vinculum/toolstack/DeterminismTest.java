package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;

/// The same inputs give the same bytes, whoever runs it and wherever.
class DeterminismTest {
    private static final String NODES =
            """
            dma@10000000 {
                compatible = "example,dma"; reg = <0 0x10000000 0 0x1000>; interrupts = <0 80 4>;
                iommus = <&a 0x10>, <&b 0x20>;
            };
            pcie@50000000 {
                device_type = "pci"; reg = <0 0x50000000 0 0x1000000>; iommu-map = <0 &a 0 0x10000>;
            };
            """;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final String folder = System.getProperty("user.dir");
    private final String lines = System.getProperty("line.separator");

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        System.setProperty("user.dir", folder);
        System.setProperty("line.separator", lines);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul, /, '\n'",
        "ar-EG-u-nu-arab, Asia/Kathmandu, /tmp, '\r\n'",
        "hi-IN-u-nu-deva, Pacific/Kiritimati, /nonexistent, '\r'",
    })
    void localeTimeZoneFolderAndLineEndsDoNotReachTheOutput(
            String tag, String zoneId, String userDir, String separator) {
        GuestBinder.Result usual = bind();

        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
        System.setProperty("user.dir", userDir);
        System.setProperty("line.separator", separator);
        GuestBinder.Result elsewhere = bind();

        assertSame(elsewhere, usual);
    }

    @Test
    void messagesAreTheSameInEveryLocaleToo() {
        Workbench wrong =
                Workbench.withHost(NODES)
                        .config("pci = [ \"0009:1f:00.0\" ]", "dtdev = [ \"/i\" ]");
        var usual = wrong.refusals();

        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(wrong.refusals()).isEqualTo(usual);
    }

    private static GuestBinder.Result bind() {
        return Workbench.withHost(NODES)
                .config("dtdev = [ \"/dma@10000000\" ]", "pci = [ \"01:00.0\", \"01:1f.7@1f\" ]")
                .bind();
    }

    private static void assertSame(GuestBinder.Result one, GuestBinder.Result other) {
        List<OutputFile> files = one.files();
        for (int i = 0; i < files.size(); i++) {
            assertThat(files.get(i).content())
                    .as(files.get(i).name())
                    .isEqualTo(other.files().get(i).content());
        }
        assertThat(one.rows()).isEqualTo(other.rows());
        assertThat(one.notes()).isEqualTo(other.notes());
    }
}
