package org.vinculum.qemu.vdma;

/// What an engine was told to do, page by page.
interface Operation {
    /// Does one page.
    ///
    /// @return [Progress#WAITS] when the same page is to be tried again
    Progress step(Transactions dma);

    /// How many pages in a row before the guest's SMMU is looked at again.
    int pagesAtOnce();

    /// How it went; right when it has [Progress#ENDED].
    int status();

    /// Pages whose transactions were refused.
    int refused();

    /// How far it is.
    enum Progress {
        MORE,
        WAITS,
        ENDED
    }
}
