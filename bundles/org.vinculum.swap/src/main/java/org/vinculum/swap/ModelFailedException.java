package org.vinculum.swap;

/// A model failed soon after it had taken over; [SwappableModel#fallBack] lets its predecessor take over again, and the call
/// that failed is to be repeated.
public final class ModelFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message a whole sentence: who failed, and in what
    /// @param cause what the model threw
    public ModelFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
