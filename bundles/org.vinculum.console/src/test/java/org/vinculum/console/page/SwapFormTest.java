package org.vinculum.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwapFormTest {
    private final SwapForm form = new SwapForm();
    private final List<ShownMachine> machines =
            List.of(new ShownMachine(7, "board", new FakeMachine().machine()));

    @Test
    void itsOwnTokenIsOurs() {
        assertThat(form.isOurs(form.token())).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "token"})
    void anyOtherIsNot(String token) {
        assertThat(form.isOurs(token)).isFalse();
    }

    @Test
    void theTokenOfAnotherStartIsNot() {
        assertThat(form.isOurs(new SwapForm().token())).isFalse();
    }

    @Test
    void aSwapSaysWhatWasAndWhatIs() {
        assertThat(form.submit(machines, "7", "/iommu@1", " smmuv3-3.1 "))
                .isEqualTo("/iommu@1 was smmuv3-3.0, is smmuv3-3.1.");
    }

    @Test
    void aRefusalSaysAllReasons() {
        assertThat(form.submit(machines, "7", "/iommu@1", "weak"))
                .isEqualTo("Refused. It lacks IDR0.CD2L. And more.");
    }

    @Test
    void aMachineThatIsNotThereHasEnded() {
        assertThat(form.submit(machines, "8", "/iommu@1", "m"))
                .isEqualTo("That machine has ended.");
    }

    @Test
    void anIncompleteFormIsNamed() {
        assertThat(form.submit(machines, "7", "/iommu@1", null)).contains("not complete");
        assertThat(form.submit(machines, "7", "/iommu@1", " ")).contains("1 to 256");
        assertThat(form.submit(machines, "7", "/iommu@1", "x".repeat(257))).contains("1 to 256");
    }
}
