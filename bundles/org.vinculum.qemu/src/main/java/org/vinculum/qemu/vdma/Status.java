package org.vinculum.qemu.vdma;

/// What the status register says.
final class Status {
    static final int GOOD = 0;
    static final int READ_REFUSED = 1;
    static final int WRITE_REFUSED = 2;
    static final int UNKNOWN_OPERATION = 3;
    static final int MESSAGES_OFF = 4;

    private Status() {}
}
