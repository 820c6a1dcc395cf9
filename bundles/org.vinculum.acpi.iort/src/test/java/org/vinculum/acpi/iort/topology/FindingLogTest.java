package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Severity;

class FindingLogTest {
    private final FindingLog log = new FindingLog();

    private List<String> lines() {
        return log.findings().stream().map(f -> f.place() + " " + f.message()).toList();
    }

    private void add(String code, Severity severity, int count) {
        for (int i = 1; i <= count; i++) {
            log.add(code, severity, "IORT:0x" + i, "message");
        }
    }

    @Test
    void someNodesAreShownAndTheOthersListedAtTheLastOfThem() {
        add("a", Severity.WARNING, 9);

        assertThat(lines())
                .hasSize(7)
                .contains("IORT:0x6 message")
                .endsWith("IORT:0x6 the same at 3 more nodes: IORT:0x7, IORT:0x8, IORT:0x9");
    }

    @Test
    void ofErrorsMoreAreShown() {
        add("a", Severity.ERROR, 10);

        assertThat(lines()).hasSize(10);
    }

    @Test
    void aCodeDoesNotTakeTheRoomOfAnother() {
        add("a", Severity.NOTE, 100);
        add("b", Severity.NOTE, 1);

        assertThat(log.findings()).extracting(Finding::code).contains("b");
    }

    @Test
    void atOneNodeThereIsAnEndToo() {
        for (int i = 0; i < 13; i++) {
            log.add("a", Severity.NOTE, "IORT:0x1", "message");
        }

        assertThat(lines()).hasSize(11).endsWith("IORT:0x1 and 3 more like these at this node");
    }
}
