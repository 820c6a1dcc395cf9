package org.vinculum.console.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// What the page's form does. Only a page of ours knows the token that it has to bring along.
public final class SwapForm {
    private static final int TOKEN_BYTES = 18;
    private static final int LONGEST_MODEL = 256;

    private final String token;

    /// With a token of its own.
    public SwapForm() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().encodeToString(random);
    }

    public String token() {
        return token;
    }

    /// Whether a form is one that we wrote.
    public boolean isOurs(String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.US_ASCII),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    /// Swaps.
    ///
    /// @param machine the [ShownMachine#id()]
    /// @param model as for [org.vinculum.domain.Machine#swap]
    /// @return what became of it
    public String submit(List<ShownMachine> machines, String machine, String smmu, String model) {
        if (machine == null || smmu == null || model == null) {
            return "The form is not complete.";
        }
        if (model.isBlank() || model.length() > LONGEST_MODEL) {
            return "A model's name or a filter has 1 to 256 characters.";
        }
        for (ShownMachine shown : machines) {
            if (Long.toString(shown.id()).equals(machine)) {
                return swap(shown, smmu, model.strip());
            }
        }
        return "That machine has ended.";
    }

    private static String swap(ShownMachine shown, String smmu, String model) {
        try {
            SwapReport done = shown.machine().swap(smmu, model);
            return smmu + " was " + done.from() + ", is " + done.to() + ".";
        } catch (SwapRefusedException e) {
            return "Refused. " + String.join(" ", e.reasons());
        } catch (IllegalStateException e) {
            return "That machine has ended.";
        }
    }
}
