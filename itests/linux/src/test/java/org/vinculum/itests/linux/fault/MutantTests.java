package org.vinculum.itests.linux.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.qemu.layout.Layout;

/// The guest's tests find SMMUs that are wrong, each by the tests that are there for it, and find nothing when the very same
/// parts are right.
class MutantTests {
    /// Who has lost an interrupt need not be waited for as long as one who may yet get it.
    private static final String IMPATIENT = " vinculum.patience=2";

    private static final String RIGHT =
            "lengths,reports,unmapped-read,unmapped-write,read-only,after-unmap,streams,msi,cycles,overflow,quiet";

    /// What the guest's `msi` sends.
    private static final long MESSAGES_OF_A_DEVICE = 3;

    @ParameterizedTest(name = "{1} by {4}, {0}")
    @CsvSource(
            textBlock =
                    """
                    physical, TLBI_IGNORED,    WIRED,    'copy,after-unmap,cycles', 'after-unmap,cycles'
                    virtual,  TLBI_IGNORED,    WIRED,    'copy,after-unmap,cycles', 'after-unmap,cycles'
                    physical, TLBI_IGNORED,    WIRED,    nesting,                   nesting
                    physical, TLBI_RANGE_CUT,  WIRED,    'after-unmap,cycles',      cycles
                    virtual,  TLBI_RANGE_CUT,  WIRED,    'after-unmap,cycles',      cycles
                    virtual,  TLBI_IGNORED_BY_ONE, WIRED, 'copy,after-unmap,cycles', 'after-unmap,cycles'
                    physical, CFGI_IGNORED,    WIRED,    copy,                      copy
                    virtual,  CFGI_IGNORED,    WIRED,    'copy,streams',            streams
                    physical, IDENTITY,        WIRED,    'copy,msi',                'copy,msi'
                    virtual,  IDENTITY,        WIRED,    'copy,msi',                'copy,msi'
                    virtual,  OFFSET_LOST,     WIRED,    'copy,lengths',            lengths
                    physical, ONE_STREAM,      WIRED,    'copy,streams',            streams
                    physical, REFUSALS_HIDDEN, WIRED,    'unmapped-read,unmapped-write', 'unmapped-read,unmapped-write'
                    virtual,  ADDRESS_MISTOLD, WIRED,    'unmapped-read,reports',   reports
                    physical, OVERFLOW_UNTOLD, WIRED,    'reports,overflow',        overflow
                    virtual,  WRITES_AS_READS, WIRED,    'copy,read-only',          read-only
                    physical, EVENT_WIRE_DEAD, WIRED,    'copy,reports',            reports
                    virtual,  EVENT_WIRE_DEAD, WIRED,    'copy,reports',            reports
                    physical, MESSAGES_LOST,   MESSAGES, 'copy,reports',            reports
                    virtual,  MESSAGES_LOST,   MESSAGES, 'copy,reports',            reports
                    """)
    void aMutantIsFound(
            String mode, Mutant mutant, Signalling signalling, String tests, String failing)
            throws InterruptedException {
        FaultyGuest guest =
                new FaultyGuest(mode, mutant).run(signalling.identification(), tests + IMPATIENT);

        assertThat(guest.verdict()).as(guest.printed()).startsWith("FAIL ");
        assertThat(guest.failed()).containsExactly(failing.split(","));
    }

    @ParameterizedTest
    @CsvSource({"physical, WIRED", "virtual, WIRED", "physical, MESSAGES", "virtual, MESSAGES"})
    void nothingIsFoundWhereNothingIsWrong(String mode, Signalling signalling)
            throws InterruptedException {
        FaultyGuest guest =
                new FaultyGuest(mode, Fault.NONE).run(signalling.identification(), RIGHT);

        assertThat(guest.verdict()).as(guest.printed()).isEqualTo("PASS 11 tests");
        assertThat(guest.printed()).contains("EVTQ overflow detected -- events lost");
        assertThat(guest.count("interrupts, wired, ID " + Layout.EVENT_INTID) > 0)
                .isEqualTo(signalling == Signalling.WIRED);
        assertThat(guest.count("interrupts, messages") > MESSAGES_OF_A_DEVICE)
                .isEqualTo(signalling == Signalling.MESSAGES);
    }
}
