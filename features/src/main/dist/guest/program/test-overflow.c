// More refused accesses than the event queue holds: the driver notices that events are lost, and all goes on as before.
#include "clock.h"
#include "interrupts.h"
#include "kmsg.h"
#include "pattern.h"
#include "tests.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

// The driver empties the queue meanwhile, so it takes several times as many.
enum { TIMES = 4, ROUNDS = 5 };

// A driver that is quick enough keeps up with one engine when the queue is larger than this.
enum { SMALL = 1024 };

// The engine's pages have 4 KiB whatever the kernel's; so many fit below 4 GiB.
enum { ENGINE_PAGE = 4096, MOST_PAGES = 0xc0000 };

static const double LIMIT = 10;

// `allocated 128 entries for evtq`
static struct outcome queue_entries(unsigned *entries)
{
    struct message message;
    int log = log_from_start();
    if (log < 0)
        return refused("/dev/kmsg");
    while (log_next_of_driver(log, 0, &message)) {
        char *text = strstr(message.text, "allocated ");
        if (text && strstr(text, "for evtq"))
            sscanf(text, "allocated %u", entries);
    }
    close(log);
    return *entries ? passed() : failed("the event queue's size expected in the kernel's log, none found");
}

static bool lost_events(int log)
{
    struct message message;
    while (log_next_of_driver(log, 1, &message))
        if (strstr(message.text, "EVTQ overflow"))
            return true;
    return false;
}

static struct outcome flood(struct bench *bench, unsigned pages)
{
    struct request touch = {.operation = TOUCH, .source = NOWHERE, .length = pages * ENGINE_PAGE};
    struct answer answer = {0};
    MUST(vdma_run(&bench->vdma[0], &touch, &answer));
    if (answer.status != READ_REFUSED || answer.refused < pages)
        return failed("all of %u pages refused expected, status %u and %u found", pages, answer.status, answer.refused);
    return passed();
}

static struct outcome overflow(struct bench *bench, int log, unsigned entries)
{
    for (int i = 0; i < ROUNDS; i++) {
        MUST(flood(bench, entries * TIMES));
        if (lost_events(log))
            return passed();
        if (entries > SMALL)
            return skipped("the driver keeps a queue of %u from overflowing", entries);
    }
    return failed("lost events expected in the kernel's log after %u refusals and a queue of %u, none found",
                  entries * TIMES * ROUNDS, entries);
}

// The driver may still be at work on events, and then takes one more without an interrupt; so there are more.
static struct outcome interrupts_again(struct bench *bench)
{
    long before = event_interrupts();
    double end = now() + LIMIT;
    for (uint64_t address = NOWHERE; event_interrupts() <= before; address += bench->page) {
        if (now() > end)
            return failed("an event interrupt after lost events expected within %.0f s, none found", LIMIT);
        MUST(vdma_expect(&bench->vdma[0], copy_of(address, DESTINATION, 64), READ_REFUSED));
        rest(10000);
    }
    return passed();
}

// The queue takes events again, and the driver hears of them.
static struct outcome goes_on(struct bench *bench)
{
    size_t page = bench->page;
    MUST(interrupts_again(bench));
    pattern_fill(bench->memory, page, 5);
    MUST(bench_map(bench, SOURCE, 0, page, READ_ONLY));
    MUST(bench_map(bench, DESTINATION, page, page, READ_WRITE));
    MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, page), GOOD));
    MUST(pattern_compare("a copy after lost events", bench->memory + page, page, 5));
    return vfio_unmap(&bench->vfio[0], SOURCE, page);
}

struct outcome test_overflow(struct bench *bench)
{
    unsigned entries = 0;
    MUST(queue_entries(&entries));
    if (entries > MOST_PAGES / TIMES)
        return skipped("an event queue of %u is more than this can fill", entries);
    int log = log_from_now();
    if (log < 0)
        return refused("/dev/kmsg");
    struct outcome outcome = overflow(bench, log, entries);
    close(log);
    MUST(outcome);
    return goes_on(bench);
}
