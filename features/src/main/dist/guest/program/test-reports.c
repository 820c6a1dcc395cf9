// A refused access is in the kernel's log with its stream and address, and the SMMU interrupted for it.
#include "clock.h"
#include "events.h"
#include "interrupts.h"
#include "kmsg.h"
#include "tests.h"
#include "words.h"

#include <stdlib.h>
#include <unistd.h>

// The kernel may hold back events for five seconds, so the access is repeated until one shows. Who knows better how
// long to wait says vinculum.patience=SECONDS.
static const double LIMIT = 15;
static const double ONCE = 1;

struct expected {
    int function;
    struct request request;
    enum status status;
    unsigned type;
    uint64_t address;
    bool write;
};

static struct outcome compare(const struct event *event, const struct expected *expected, uint32_t stream)
{
    if (event_type(event) == expected->type && event_stream(event) == stream &&
        event_address(event) == expected->address && event_of_write(event) == expected->write)
        return passed();
    return failed("event 0x%x of stream 0x%x at 0x%llx, %s, expected; 0x%x of 0x%x at 0x%llx, %s, found",
                  expected->type, stream, (unsigned long long)expected->address, expected->write ? "write" : "read",
                  event_type(event), event_stream(event), (unsigned long long)event_address(event),
                  event_of_write(event) ? "write" : "read");
}

static double limit(void)
{
    const char *patience = word("vinculum.patience");
    return patience ? strtod(patience, NULL) : LIMIT;
}

static struct outcome expect_event(struct bench *bench, int log, struct expected expected)
{
    uint32_t stream = bench_stream(bench, expected.function);
    double end = now() + limit();
    struct event event;
    do {
        MUST(vdma_expect(&bench->vdma[expected.function], expected.request, expected.status));
        if (event_next(log, ONCE, &event))
            return compare(&event, &expected, stream);
    } while (now() < end);
    return failed("event 0x%x of stream 0x%x expected in the kernel's log within %.0f s, none found", expected.type,
                  stream, limit());
}

static struct outcome expect_events(struct bench *bench, int log)
{
    size_t page = bench->page;
    for (int i = 0; i < 2; i++) {
        MUST(vfio_map(&bench->vfio[i], SOURCE, bench->memory, page, READ_ONLY));
        MUST(expect_event(bench, log, (struct expected){
            i, copy_of(NOWHERE + 0x123000 + i * 0x10000, SOURCE, 64), READ_REFUSED,
            F_TRANSLATION, NOWHERE + 0x123000 + i * 0x10000, false}));
        MUST(expect_event(bench, log, (struct expected){
            i, copy_of(SOURCE, NOWHERE + 0x456000, 64), WRITE_REFUSED, F_TRANSLATION, NOWHERE + 0x456000, true}));
        MUST(expect_event(bench, log, (struct expected){
            i, copy_of(SOURCE, SOURCE, 64), WRITE_REFUSED, F_PERMISSION, SOURCE, true}));
    }
    return passed();
}

struct outcome test_reports(struct bench *bench)
{
    int log = log_from_now();
    if (log < 0)
        return refused("/dev/kmsg");
    long before = event_interrupts();
    struct outcome outcome = expect_events(bench, log);
    close(log);
    MUST(outcome);
    long after = event_interrupts();
    if (before < 0)
        return failed("a line for the SMMU's events expected in /proc/interrupts, none found");
    return after > before ? passed() : failed("more than %ld event interrupts expected, %ld found", before, after);
}
