package org.vinculum.launcher.run;

/// Arguments or a folder that `run` cannot work with; exit code 2.
final class UnusableRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRunException(String message) {
        super(message);
    }
}
