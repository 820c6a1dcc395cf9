package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/// The feature `console` as a browser meets it.
class WebConsoleTest {
    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    @TempDir Path run;
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger("org.vinculum.console");
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(new SimpleFormatter().formatMessage(entry));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private final HttpClient client = HttpClient.newHttpClient();
    private RunningFelix felix;

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        felix.close();
        log.removeHandler(handler);
    }

    private void start(int port, String... more) throws Exception {
        List<String> features = new ArrayList<>(List.of(more));
        features.add("console");
        felix = RunningFelix.installedInRun(run, features.toArray(String[]::new));
        felix.configure("org.vinculum.console", Map.of("port", port));
        felix.startAll();
        Await.until("a word of the console", () -> !logged.isEmpty());
    }

    private ServiceReference<?>[] servers() throws Exception {
        return felix.context().getAllServiceReferences(RUNTIME, null);
    }

    private String location() throws Exception {
        assertThat(servers()).as(logged.toString()).hasSize(1);
        return ((String[]) servers()[0].getProperty("osgi.http.endpoint"))[0];
    }

    private String secret() throws IOException {
        return Files.readString(run.resolve("console.secret")).strip();
    }

    private HttpRequest.Builder page(String page) throws Exception {
        return HttpRequest.newBuilder(URI.create(location() + "system/console/" + page));
    }

    private HttpRequest.Builder as(String userAndPassword, String page) throws Exception {
        byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
        return page(page)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vinculum", "bundles", "components", "bundles.json"})
    void nothingIsShownToWhoDoesNotKnowTheSecret(String page) throws Exception {
        start(0);

        assertThat(answer(page(page)).statusCode()).isEqualTo(401);
        assertThat(answer(as("admin:admin", page)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vinculum", "bundles", "components"})
    void whoKnowsItSeesThePages(String page) throws Exception {
        start(0);

        HttpResponse<String> answer = answer(as("vinculum:" + secret(), page));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Machines");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void withoutAMachineOurPageSaysSo() throws Exception {
        start(0);

        assertThat(answer(as("vinculum:" + secret(), "vinculum")).body())
                .contains("No machine is in operation.");
    }

    @Test
    void itListensOnTheLoopbackAddressAndTheLogSaysWhereButNotTheSecret() throws Exception {
        start(0);

        assertThat(location()).startsWith("http://127.0.0.1:");
        assertThat(logged)
                .singleElement()
                .asString()
                .contains(location() + "system/console/vinculum", run + "/console.secret")
                .doesNotContain(secret());
    }

    @Test
    void aFormOfAnotherOriginIsRefusedWhereverItGoes() throws Exception {
        start(0);
        String user = "vinculum:" + secret();

        for (String page : List.of("vinculum", "bundles")) {
            var form =
                    as(user, page)
                            .header("Origin", "http://127.0.0.1:1")
                            .POST(HttpRequest.BodyPublishers.ofString("action=start"));
            assertThat(answer(form).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aFormWithoutTheTokenIsRefused() throws Exception {
        start(0);
        var form =
                as("vinculum:" + secret(), "vinculum")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "token=x&machine=1&smmu=s&model=m"));

        assertThat(answer(form).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormOfOurPageSwapsAModelOrSaysWhyNot() throws Exception {
        Files.createDirectories(run.resolve("guests"));
        Files.copy(
                Path.of(System.getProperty("vinculum.root"))
                        .resolve("itests/framework/src/test/machines/two-smmus.dts"),
                run.resolve("host.dts"));
        start(0, "core", "models", "machine");
        Await.until("a machine", new RunningMachine(felix)::isThere);

        assertThat(submitted("qemu-9.2")).contains("Refused. qemu-9.2", "lacks");
        assertThat(submitted("smmuv3-3.3"))
                .contains("/iommu@4f000000 was smmuv3-3.3", "is smmuv3-3.3")
                .contains("<td>refused</td>");
    }

    /// The page after the form for the first SMMU has been sent.
    private String submitted(String model) throws Exception {
        String user = "vinculum:" + secret();
        String page = answer(as(user, "vinculum")).body();
        String fields = "model=" + model;
        for (String name : List.of("token", "machine", "smmu")) {
            int at = page.indexOf("name=\"" + name + "\" value=\"");
            String value = page.substring(page.indexOf("value=\"", at) + 7);
            String text = value.substring(0, value.indexOf('"'));
            fields += "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
        var form =
                as(user, "vinculum")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", location().substring(0, location().length() - 1))
                        .POST(HttpRequest.BodyPublishers.ofString(fields));
        return answer(form).body();
    }

    @Test
    void aPortThatIsTakenIsNamedAndEverythingElseGoesOn() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start(other.getLocalPort());

            assertThat(logged)
                    .singleElement()
                    .asString()
                    .contains("no web console on port " + other.getLocalPort());
            assertThat(servers()).isNull();
            assertThat(felix.bundle("org.vinculum.console").getState()).isEqualTo(Bundle.ACTIVE);
        }
    }

    @Test
    void aSecretThatOthersCanReadOpensNoPort() throws Exception {
        Files.writeString(run.resolve("console.secret"), "x".repeat(40));
        Files.setPosixFilePermissions(
                run.resolve("console.secret"), PosixFilePermissions.fromString("rw-r--r--"));

        start(0);

        assertThat(logged).singleElement().asString().contains("0600");
        assertThat(servers()).isNull();
    }

    @Test
    void withOurBundleTheServerGoes() throws Exception {
        start(0);

        felix.bundle("org.vinculum.console").stop();

        assertThat(servers()).isNull();
    }
}
