package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.Samples.mappings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.TableArray;

class MisfitTest {
    @Test
    void theFirstNodeOutsideTheTableIsTold() {
        Iort table = TableOf.table(24, group(0x30), group(0x31), group(0x40));

        assertThatThrownBy(() -> IortWriter.write(table))
                .isInstanceOfSatisfying(
                        MisfitException.class, misfit -> assertThat(misfit.index()).isEqualTo(1))
                .hasMessage("ITS group at 0x31: 4 bytes at 0x45 are outside the table of 72 bytes");
    }

    @Test
    void anOffsetThatNoArrayCanHaveIsToldToo() {
        Iort table = TableOf.table(24, group(1L << 40));

        assertThatThrownBy(() -> IortWriter.write(table))
                .isInstanceOf(MisfitException.class)
                .hasMessageStartingWith("ITS group at 0x10000000000: ");
    }

    @Test
    void slackOutsideTheTableHasNoPlace() {
        Iort table =
                new Iort(
                        TableOf.HEADER,
                        48,
                        0,
                        48,
                        List.of(),
                        List.of(new Slack(47, new byte[2])),
                        new Slack(48, new byte[0]));

        assertThatThrownBy(() -> IortWriter.write(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 bytes at 0x2f are outside the table of 48 bytes");
    }

    private static ItsGroup group(long offset) {
        return new ItsGroup(
                new NodeHead(offset, 24, 0, 0), new TableArray<>(20, 1, List.of(7)), mappings());
    }
}
