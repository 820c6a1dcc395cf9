package org.vinculum.guest.driver;

/// The interrupts of an SMMU in the order in which the driver asks for their messages.
public enum DriverInterrupt {
    EVENTS,
    ERRORS,
    PAGE_REQUESTS
}
