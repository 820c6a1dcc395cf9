package org.vinculum.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Machine;

class MachinesPageTest {
    private static final String HOSTILE = "<script>alert('${x}')</script>\"&";
    private static final String ESCAPED =
            "&#60;script&#62;alert(&#39;&#36;{x}&#39;)&#60;/script&#62;&#34;&#38;";

    private static String page(String name, Machine machine, String news) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new MachinesPage(
                        List.of(new ShownMachine(7, name, machine)),
                        List.of("smmuv3-3.1", "<b>"),
                        "secret-token")
                .writeTo(out, news);
        out.flush();
        return text.toString();
    }

    private static String page(FakeMachine machine) {
        return page("board", machine.machine(), "");
    }

    @Test
    void anSmmuIsShownWithItsModelVersionChoiceAndCounters() {
        assertThat(page(new FakeMachine()))
                .contains(
                        "<td>/iommu@1</td><td>4711</td><td>815</td><td>smmuv3-3.0</td>"
                                + "<td>0.1.0</td><td>smmuv3</td><td>in place</td><td>3</td>");
    }

    @Test
    void aPlaceWithoutAModelIsVacant() {
        assertThat(page(new FakeMachine().vacant())).contains("<td>vacant</td>");
    }

    @Test
    void aDomainIsShownWithItsCounters() {
        assertThat(page(new FakeMachine()))
                .contains(
                        "<td>guest1</td><td>0</td><td>1001</td><td>1002</td><td>1003</td><td>1004</td>");
    }

    @Test
    void theLatestSwapComesFirst() {
        String page = page(new FakeMachine().reason("It threw."));

        assertThat(page)
                .contains("<td>done</td><td>1234 µs</td><td></td>")
                .contains("<td>fell back</td><td></td><td>It threw.</td>");
        assertThat(page.indexOf("fell back")).isLessThan(page.indexOf("<td>done"));
    }

    @Test
    void aFormBringsTheTokenTheMachineAndTheSmmuBack() {
        assertThat(page(new FakeMachine()))
                .contains("<input type=\"hidden\" name=\"token\" value=\"secret-token\">")
                .contains("<input type=\"hidden\" name=\"machine\" value=\"7\">")
                .contains("<input type=\"hidden\" name=\"smmu\" value=\"/iommu@1\">")
                .contains("<option value=\"smmuv3-3.1\">");
    }

    @Test
    void namesOfMachinesDomainsModelsAndReasonsAreOnlyText() {
        FakeMachine machine = new FakeMachine().domain(HOSTILE).model(HOSTILE).reason(HOSTILE);

        String page = page(HOSTILE, machine.machine(), HOSTILE);

        assertThat(page.split(java.util.regex.Pattern.quote(ESCAPED), -1)).hasSize(6);
        assertThat(page).doesNotContain("<script", "<b>", "${");
    }

    @Test
    void controlCharactersAreShownAsSuch() {
        assertThat(page("a\u0000b\u001b", new FakeMachine().machine(), ""))
                .contains("<h2>a\ufffdb\ufffd</h2>");
    }

    @Test
    void aMachineThatEndsMeanwhileSpoilsNoPage() {
        assertThat(page("board", FakeMachine.ended(), "")).contains("It has just ended.");
    }
}
