package org.vinculum.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.console.login.Login.Verdict.FOREIGN;
import static org.vinculum.console.login.Login.Verdict.STRANGER;
import static org.vinculum.console.login.Login.Verdict.WELCOME;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final String HOST = "127.0.0.1:9465";

    @TempDir Path folder;
    private Login login;
    private String right;

    @BeforeEach
    void make() throws Exception {
        login = new Login(Secret.of(folder));
        right = basic("vinculum:" + Files.readString(folder.resolve(Secret.FILE)).strip());
    }

    private static String basic(String userAndPassword) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    private Login.Verdict from(String host, String origin, String site) {
        return login.of(new Asked(host, origin, site, right));
    }

    @Test
    void theRightPasswordIsWelcome() {
        assertThat(from(HOST, null, null)).isEqualTo(WELCOME);
        assertThat(login.of(new Asked(HOST, null, null, right.replace("Basic", "basic"))))
                .isEqualTo(WELCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin:admin", "vinculum:", "vinculum", "", "vinculum:admin"})
    void anythingElseIsAskedAgain(String given) {
        assertThat(login.of(new Asked(HOST, null, null, basic(given)))).isEqualTo(STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !!", "Bearer abc", "Digest"})
    void anotherSchemeOrNonsenseIsAskedAgain(String header) {
        assertThat(login.of(new Asked(HOST, null, null, header))).isEqualTo(STRANGER);
    }

    @Test
    void anotherUserIsAskedAgainEvenWithThePassword() throws Exception {
        String secret = Files.readString(folder.resolve(Secret.FILE)).strip();

        assertThat(login.of(new Asked(HOST, null, null, basic("admin:" + secret))))
                .isEqualTo(STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:9465", "127.0.0.1", "[::1]:9465"})
    void allNamesOfTheLoopbackAddressAreOurs(String host) {
        assertThat(from(host, "http://" + host, "same-origin")).isEqualTo(WELCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:9465", "localhost.evil.example", ""})
    void aNameThatOnlyLeadsHereIsForeign(String host) {
        assertThat(from(host, null, null)).isEqualTo(FOREIGN);
    }

    @Test
    void aRequestWithoutAHostIsForeign() {
        assertThat(from(null, null, null)).isEqualTo(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://127.0.0.1:3000",
                "https://127.0.0.1:9465"
            })
    void aPageOfAnotherOriginIsForeign(String origin) {
        assertThat(from(HOST, origin, null)).isEqualTo(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "other"})
    void aRequestOfAnotherSiteIsForeign(String site) {
        assertThat(from(HOST, null, site)).isEqualTo(FOREIGN);
    }

    @Test
    void anAddressThatTheUserTypedIsOurs() {
        assertThat(from(HOST, null, "none")).isEqualTo(WELCOME);
    }
}
