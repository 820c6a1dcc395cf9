package org.vinculum.qemu.vdma;

/// What cannot be done, and why.
record Nothing(int status) implements Operation {
    @Override
    public Progress step(Transactions dma) {
        return Progress.ENDED;
    }

    @Override
    public int pagesAtOnce() {
        return 1;
    }

    @Override
    public int refused() {
        return 0;
    }
}
