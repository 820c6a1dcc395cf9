package org.vinculum.guest.driver;

/// What interrupts have come and not been served yet. Raised from any thread.
final class PendingInterrupts {
    private volatile boolean events;
    private volatile boolean errors;
    private volatile boolean pageRequests;

    void raise(DriverInterrupt interrupt) {
        switch (interrupt) {
            case EVENTS -> events = true;
            case ERRORS -> errors = true;
            case PAGE_REQUESTS -> pageRequests = true;
        }
    }

    boolean takeEvents() {
        if (!events) {
            return false;
        }
        events = false;
        return true;
    }

    boolean takeErrors() {
        if (!errors) {
            return false;
        }
        errors = false;
        return true;
    }

    boolean takePageRequests() {
        if (!pageRequests) {
            return false;
        }
        pageRequests = false;
        return true;
    }
}
