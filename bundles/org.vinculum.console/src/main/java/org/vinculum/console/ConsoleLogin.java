package org.vinculum.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.vinculum.console.login.Asked;
import org.vinculum.console.login.Login;

/// Asks [Login] for every request to the console, and tells browsers to be as strict.
final class ConsoleLogin implements SecurityProvider {
    private final Login login;

    ConsoleLogin(Login login) {
        this.login = login;
    }

    @Override
    public Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        Login.Verdict verdict =
                login.of(
                        new Asked(
                                request.getHeader("Host"),
                                request.getHeader("Origin"),
                                request.getHeader("Sec-Fetch-Site"),
                                request.getHeader("Authorization")));
        return switch (verdict) {
            case WELCOME -> Login.USER;
            case STRANGER -> {
                response.setHeader(
                        "WWW-Authenticate", "Basic realm=\"Vinculum\", charset=\"UTF-8\"");
                yield refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
            }
            case FOREIGN -> refuse(response, HttpServletResponse.SC_FORBIDDEN);
        };
    }

    private static Object refuse(HttpServletResponse response, int status) {
        try {
            response.setStatus(status);
            response.setContentLength(0);
            response.flushBuffer();
        } catch (IOException e) {
            // who asked has gone
            return null;
        }
        return null;
    }

    @Override
    public boolean authorize(Object user, String role) {
        return true;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        // a browser forgets a password when it is closed; there is no session of ours
    }
}
