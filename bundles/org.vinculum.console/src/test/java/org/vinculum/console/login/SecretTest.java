package org.vinculum.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("console.secret");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNewOneIsLongAndForItsOwnerOnly() throws Exception {
        Secret secret = Secret.of(folder);

        String line = Files.readString(file()).strip();
        assertThat(line).hasSize(32);
        assertThat(secret.is(bytes(line))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void itStaysTheSameForAFolder() throws Exception {
        Secret.of(folder);
        String line = Files.readString(file()).strip();

        assertThat(Secret.of(folder).is(bytes(line))).isTrue();
        assertThat(Files.readString(file()).strip()).isEqualTo(line);
    }

    @Test
    void twoFoldersHaveTwo() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Secret.of(folder);

        assertThat(Secret.of(other).is(bytes(Files.readString(file()).strip()))).isFalse();
    }

    @Test
    void aPartOfItIsNotIt() throws Exception {
        Secret secret = Secret.of(folder);
        String line = Files.readString(file()).strip();

        assertThat(secret.is(bytes(line.substring(1)))).isFalse();
        assertThat(secret.is(new byte[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-"})
    void oneThatOthersCanReadIsRefused(String permissions) throws Exception {
        Secret.of(folder);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> Secret.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("0600")
                .hasMessageContaining(permissions);
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "x".repeat(40));
        Files.createSymbolicLink(file(), target);

        assertThatThrownBy(() -> Secret.of(folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "nineteen characters"})
    void aShortOneIsRefusedAndNotShown(String chosen) throws Exception {
        Secret.of(folder);
        Files.writeString(file(), chosen + "\n");

        assertThatThrownBy(() -> Secret.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("found " + chosen.length());
    }
}
