package org.vinculum.scenario.machine;

/// A model threw where it has to answer.
public final class ModelFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelFault(RuntimeException cause) {
        super(cause.toString(), cause);
    }
}
