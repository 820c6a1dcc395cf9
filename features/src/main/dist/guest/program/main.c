// Tests a stock SMMUv3 driver and the SMMU behind it, from the outside: with VFIO, on PCI functions given by name.
//
// Kernel words: vinculum.tests=NAME,NAME chooses tests, vinculum.oas=BITS and vinculum.ias=BITS the widths to expect,
// vinculum.patience=SECONDS how long to wait for an event.
// Exit: 0 when every test that ran passed, 1 when one failed; the verdict says the same.
#include "tests.h"
#include "words.h"

#include <linux/vfio.h>
#include <string.h>

struct tally {
    int passed;
    const char *failed;
    struct outcome first;
};

static struct outcome run(const struct test *test, struct bench *bench)
{
    if (test->engines && !bench_has_engines(bench))
        return skipped("no DMA engine of Vinculum here");
    struct outcome outcome = bench_open(bench, test->vfio_type ? test->vfio_type : VFIO_TYPE1v2_IOMMU);
    if (outcome.kind == PASSED)
        outcome = test->run(bench);
    bench_close(bench);
    return outcome;
}

static void tell(const char *name, const struct outcome *outcome, struct tally *tally)
{
    switch (outcome->kind) {
    case PASSED:
        say("VINCULUM-TEST: %s ok", name);
        tally->passed++;
        break;
    case SKIPPED:
        say("VINCULUM-TEST: %s skip %s", name, outcome->detail);
        break;
    case FAILED:
        say("VINCULUM-TEST: %s FAIL %s", name, outcome->detail);
        if (!tally->failed) {
            tally->failed = name;
            tally->first = *outcome;
        }
        break;
    }
}

static bool known(const char *name)
{
    for (const struct test *test = TESTS; test->name; test++)
        if (listed(name, test->name))
            return true;
    return false;
}

// A misspelt name must not look like a test that passed.
static struct outcome check(const char *list)
{
    for (const char *name = list; name; name = strchr(name, ',')) {
        char one[32] = "";
        name += *name == ',';
        strncat(one, name, strcspn(name, ",") < sizeof one ? strcspn(name, ",") : sizeof one - 1);
        if (!known(one))
            return failed("there is no test '%s'", one);
    }
    return passed();
}

int main(int count, char **arguments)
{
    static struct bench bench;
    struct tally tally = {0};
    const char *chosen = word("vinculum.tests");
    struct outcome start = check(chosen);
    if (start.kind == PASSED)
        start = bench_make(&bench, count - 1, arguments + 1);
    if (start.kind != PASSED) {
        say("VINCULUM-GUEST: FAIL start: %s", start.detail);
        return 1;
    }
    for (const struct test *test = TESTS; test->name; test++) {
        if (chosen ? !listed(chosen, test->name) : test->on_request)
            continue;
        struct outcome outcome = run(test, &bench);
        tell(test->name, &outcome, &tally);
    }
    if (tally.failed)
        say("VINCULUM-GUEST: FAIL %s: %s", tally.failed, tally.first.detail);
    else
        say("VINCULUM-GUEST: PASS %d tests", tally.passed);
    return tally.failed != NULL;
}
