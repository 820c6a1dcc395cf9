package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractStringAssert;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Sources that must be refused, and what the refusal says.
final class Refusals {
    private Refusals() {}

    /// The whole message for a file called `t.dts`.
    static AbstractStringAssert<?> assertRefusal(String source) {
        byte[] content = source.getBytes(StandardCharsets.ISO_8859_1);
        try {
            DtsReader.read(InputFile.of("t.dts", content));
        } catch (UnreadableInputException e) {
            return assertThat(e.getMessage());
        }
        throw new AssertionError("was read: " + source);
    }

    /// The message for the content of a root node that starts at column 5 of line 2.
    static AbstractStringAssert<?> assertRefusalInRoot(String content) {
        return assertRefusal("/dts-v1/;\n/ { " + content + " };\n");
    }
}
