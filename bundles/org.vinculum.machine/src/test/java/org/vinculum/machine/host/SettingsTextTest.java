package org.vinculum.machine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

class SettingsTextTest {
    private final SettingsText text = new SettingsText("pid");

    @Test
    void rangesAreReadInBothNotations() {
        assertThat(text.ranges("ram", "0x80000000+0x40000000", " 4096 + 8192 ", ""))
                .containsExactly(
                        AddressRange.of(0x8000_0000L, 0x4000_0000L), AddressRange.of(4096, 8192));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x1000",
                "+",
                "0x1000+",
                "+0x1000",
                "0x1001+0x1000",
                "0+0",
                "-4096+4096",
                "a+b",
                "0x7ffffffffffff000+0x1000",
                "99999999999999999999+4096"
            })
    void whatIsNoRangeIsSaidToBeNone(String range) {
        assertThatThrownBy(() -> text.ranges("ram", range))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(
                        "pid: ram: expected START+SIZE in whole pages of 4 KiB, found '"
                                + range
                                + "'");
    }

    @Test
    void aPathMayHaveAnEqualsSign() {
        assertThat(text.pairs("models", "/a=b@1=mmu-600-r2p0"))
                .containsEntry("/a=b@1", "mmu-600-r2p0");
    }

    @Test
    void aModelMayBeAFilter() {
        assertThat(text.pairs("models", "/iommu@1 = x", "/iommu@2=(&(name=a)(engine>=2)) "))
                .containsEntry("/iommu@1", "x")
                .containsEntry("/iommu@2", "(&(name=a)(engine>=2))");
    }

    @Test
    void emptyNamesDoNotCount() {
        assertThat(text.names(" a", "", "b ")).containsExactly("a", "b");
    }

    @Test
    void numbersHaveBounds() {
        assertThat(text.number("budget", 8, 8, 9)).isEqualTo(8);
        assertThatThrownBy(() -> text.number("budget", 7, 8, 9))
                .hasMessage("pid: budget: expected a number from 8 to 9, found '7'");
    }
}
