package org.vinculum.commands.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    @Test
    void controlCharactersAreShownAndNeverSent() {
        assertThat(new Page(true).text("a\u001b[2Jb\r\n\u009b\u007f").toString())
                .isEqualTo("a\\x1b[2Jb\\x0d\\x0a\\x9b\\x7f");
    }

    @Test
    void charactersThatTurnTheReadingDirectionAreShownAndNeverSent() {
        assertThat(new Page(false).text("gnp\u202e.exe").toString()).isEqualTo("gnp\\u202e.exe");
    }

    @Test
    void lettersOfOtherLanguagesStay() {
        assertThat(new Page(false).text("Platine für Größe").toString())
                .isEqualTo("Platine für Größe");
    }

    @Test
    void colourSurroundsTextThatWasMadeHarmlessFirst() {
        assertThat(new Page(true).styled(Style.BAD, "x\u001b[0my").toString())
                .isEqualTo("\u001b[31mx\\x1b[0my\u001b[0m");
        assertThat(new Page(false).styled(Style.BAD, "x").toString()).isEqualTo("x");
    }

    @Test
    void columnsAlignByWhatIsSeen() {
        Table table = new Table("one", "two");
        table.row("a\tb", "x");
        table.row("a", "y");
        Page page = new Page(false);

        table.printTo(page);

        assertThat(page).hasToString("one     two\na\\x09b  x\na       y\n");
    }

    @Test
    void aRowOfAnotherLengthIsOurMistake() {
        assertThatThrownBy(() -> new Table("one", "two").row("a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, bus, no buses",
        "1, bus, 1 bus",
        "2, bus, 2 buses",
        "2, property, 2 properties",
        "3, note, 3 notes"
    })
    void thingsAreCountedInWords(int count, String noun, String words) {
        assertThat(Plural.of(count, noun)).isEqualTo(words);
    }
}
