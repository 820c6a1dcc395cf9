package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Origin;
import org.vinculum.firmware.InputFile;
import org.vinculum.memory.StreamId;

/// The example of the thread of October 2022, whose files the README shows.
class ThreadExampleTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("vinculum.root"), "docs/example");
    private static GuestBinder.Result result;

    @BeforeAll
    static void bind() {
        result =
                Workbench.bind(
                        new GuestBinder.Request(
                                InputFile.read(EXAMPLE.resolve("host.dts")),
                                InputFile.read(EXAMPLE.resolve("guest.cfg")),
                                Optional.of(InputFile.read(EXAMPLE.resolve("partial.dts"))),
                                Optional.empty()));
    }

    @Test
    void theDeviceNamesTheVirtualSmmuByItsDocumentedPhandle() {
        assertThat(Workbench.cells(result, "/passthrough/test@10000000", "iommus"))
                .containsExactly("0xfdea", "0x1");
    }

    @Test
    void theVirtualSmmuHasThatPhandleAndAnEdgeInterrupt() {
        String smmu = "/iommu@4040000";

        assertThat(Workbench.cells(result, smmu, "phandle")).containsExactly("0xfdea");
        assertThat(Workbench.cells(result, smmu, "reg"))
                .containsExactly("0x0", "0x4040000", "0x0", "0x20000");
        assertThat(Workbench.cells(result, smmu, "interrupts"))
                .containsExactly("0x0", "0x1", "0x1");
        assertThat(Workbench.guestNode(result, smmu).has("dma-coherent")).isTrue();
    }

    @Test
    void physicalStream10BehindTheSmmuIsVirtualStream1() {
        var stream = result.binding().ofVirtual(0, StreamId.of(1)).orElseThrow();

        assertThat(stream.physical().iommu()).isEqualTo("/iommu@4f000000");
        assertThat(stream.physical().id()).isEqualTo(StreamId.of(0x10));
        assertThat(stream.origin()).isEqualTo(Origin.ALLOCATED);
    }

    @Test
    void theGuestSeesNothingOfTheToolstack() {
        assertThat(Workbench.guestNode(result, "/passthrough/test@10000000").has("xen,path"))
                .isFalse();
    }

    @Test
    void theFilesComeInTheDocumentedOrder() {
        assertThat(result.files())
                .extracting("name")
                .containsExactly(
                        "guest.dts",
                        "guest.dtb",
                        "partial.dts",
                        "partial.dtb",
                        "binding.json",
                        "binding.cfg");
    }

    @Test
    void theMapIsWrittenAsDocumented() {
        assertThat(Workbench.text(result, "binding.json"))
                .isEqualTo(
                        """
                        {
                          "format": 1,
                          "domain": "guest1",
                          "host": {
                            "kind": "devicetree",
                            "sha256": "9fef48e32aee08ce82b14606370350138dff6d00bf7516bf900c4a446c163d7d"
                          },
                          "viommus": [ {
                            "type": "smmuv3",
                            "base": "0x4040000",
                            "size": "0x20000",
                            "phandle": 65002,
                            "intid": 33,
                            "sidBits": 8
                          } ],
                          "streams": [ {
                            "viommu": 0,
                            "vsid": "0x1",
                            "iommu": {
                              "base": "0x4f000000",
                              "path": "/iommu@4f000000"
                            },
                            "psid": "0x10",
                            "devices": [ "/test@10000000" ],
                            "guestNodes": [ "/passthrough/test@10000000" ],
                            "origin": "allocated"
                          } ]
                        }
                        """);
        assertThat(Workbench.text(result, "binding.cfg"))
                .isEqualTo("iommu_devid_map = [\n    \"0x10@0x1,0x4f000000\",\n]\n");
    }

    @Test
    void theTableSaysWhy() {
        assertThat(result.rows())
                .containsExactly(
                        new GuestBinder.Row(
                                "/passthrough/test@10000000",
                                "/test@10000000",
                                "/iommu@4f000000",
                                "0x10",
                                "0x1",
                                "allocated"));
        assertThat(result.notes()).isEmpty();
    }
}
