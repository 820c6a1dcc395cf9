package org.vinculum.console.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/// Decides over a request. A browser sends its user's password along with whatever any page makes it ask for, so pages of
/// others are refused before the password is looked at.
public final class Login {
    /// The only user there is.
    public static final String USER = "vinculum";

    private static final String SCHEME = "Basic ";

    /// A name of somebody else's that leads here is not ours (DNS rebinding).
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /// A page of ours, or the user's own address line; absent where the client is no browser.
    private static final Set<String> SITES = Set.of("same-origin", "none");

    private final Secret secret;

    public Login(Secret secret) {
        this.secret = secret;
    }

    /// What becomes of a request.
    public enum Verdict {
        WELCOME,
        /// It is to be asked for user and password.
        STRANGER,
        /// It was sent for a page that is not ours, or to a name that is not ours.
        FOREIGN
    }

    public Verdict of(Asked asked) {
        if (!isOurs(asked)) {
            return Verdict.FOREIGN;
        }
        return isRight(asked.authorization()) ? Verdict.WELCOME : Verdict.STRANGER;
    }

    private static boolean isOurs(Asked asked) {
        return asked.host() != null
                && HOSTS.contains(withoutPort(asked.host()))
                && (asked.origin() == null || asked.origin().equals("http://" + asked.host()))
                && (asked.site() == null || SITES.contains(asked.site()));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private boolean isRight(String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = decoded(authorization.substring(SCHEME.length()).strip());
        byte[] user = (USER + ":").getBytes(StandardCharsets.US_ASCII);
        if (given.length < user.length) {
            return false;
        }
        for (int i = 0; i < user.length; i++) {
            if (given[i] != user[i]) {
                return false;
            }
        }
        byte[] password = new byte[given.length - user.length];
        System.arraycopy(given, user.length, password, 0, password.length);
        return secret.is(password);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
