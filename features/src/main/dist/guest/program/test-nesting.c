// With VFIO's nesting type Linux uses stage 2 where the SMMU has both stages; a fault says which it was,
// and what is unmapped is forgotten there too.
#include "clock.h"
#include "events.h"
#include "kmsg.h"
#include "pattern.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Of the features that the driver prints at its probe.
enum { STAGE_1 = 1 << 9, STAGE_2 = 1 << 10 };

static const double LIMIT = 15;

static unsigned long features(void)
{
    struct message message;
    unsigned long features = 0;
    int log = log_from_start();
    while (log_next_of_driver(log, 0, &message)) {
        char *text = strstr(message.text, "(features ");
        if (text)
            features = strtoul(text + strlen("(features "), NULL, 16);
    }
    close(log);
    return features;
}

static struct outcome fault(struct bench *bench, int log, bool stage_2)
{
    double end = now() + LIMIT;
    struct event event;
    do {
        MUST(vdma_expect(&bench->vdma[0], copy_of(NOWHERE, DESTINATION, 64), READ_REFUSED));
        if (!event_next(log, 1, &event))
            continue;
        if (event_type(&event) == F_TRANSLATION && event_of_stage_2(&event) == stage_2)
            return passed();
        return failed("event 0x%x of stage %d expected, 0x%x of stage %d found", F_TRANSLATION, 1 + stage_2,
                      event_type(&event), 1 + event_of_stage_2(&event));
    } while (now() < end);
    return failed("an event in the kernel's log within %.0f s expected, none found", LIMIT);
}

struct outcome test_nesting(struct bench *bench)
{
    size_t page = bench->page;
    unsigned long stages = features() & (STAGE_1 | STAGE_2);
    pattern_fill(bench->memory, page, 6);
    MUST(bench_map(bench, SOURCE, 0, page, READ_ONLY));
    MUST(bench_map(bench, DESTINATION, page, page, READ_WRITE));
    MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, page), GOOD));
    MUST(pattern_compare("a copy through stage 2", bench->memory + page, page, 6));
    MUST(vfio_unmap(&bench->vfio[0], SOURCE, page));
    MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, page), READ_REFUSED));
    int log = log_from_now();
    struct outcome outcome = fault(bench, log, stages & STAGE_2);
    close(log);
    return outcome;
}
