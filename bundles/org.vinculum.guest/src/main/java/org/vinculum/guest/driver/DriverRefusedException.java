package org.vinculum.guest.driver;

/// The driver does not want this SMMU, or the SMMU does not come up.
public final class DriverRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DriverRefusedException(String message) {
        super(message);
    }
}
