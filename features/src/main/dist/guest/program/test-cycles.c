// The same address leads to other memory again and again; a translation that was kept too long shows in the contents.
#include "pattern.h"
#include "tests.h"

#include <string.h>

enum { CYCLES = 1000, MOST_PAGES = 4, PLACES = 61, PIECE = 256, REFUSED_EVERY = 100 };

// One piece from each page, to one page.
static struct outcome copy_pieces(struct bench *bench, uint8_t *destination, int pages, int cycle)
{
    for (int i = 0; i < pages; i++) {
        struct request copy = copy_of(SOURCE + i * bench->page, DESTINATION + i * PIECE, PIECE);
        MUST(vdma_expect(&bench->vdma[0], copy, GOOD));
        struct outcome outcome = pattern_compare("", destination + i * PIECE, PIECE, cycle * MOST_PAGES + i);
        if (outcome.kind != PASSED)
            return failed("cycle %d, page %d%s", cycle, i, outcome.detail);
    }
    return passed();
}

static struct outcome run_cycle(struct bench *bench, uint8_t *destination, int cycle)
{
    size_t page = bench->page;
    int pages = 1 + cycle % MOST_PAGES;
    size_t place = (size_t)(cycle * 7 % PLACES) * page;
    for (int i = 0; i < pages; i++)
        pattern_fill(bench->memory + place + i * page, PIECE, cycle * MOST_PAGES + i);
    MUST(bench_map(bench, SOURCE, place, pages * page, READ_ONLY));
    MUST(copy_pieces(bench, destination, pages, cycle));
    MUST(vfio_unmap(&bench->vfio[0], SOURCE, pages * page));
    if (cycle % REFUSED_EVERY)
        return passed();
    return vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, PIECE), READ_REFUSED);
}

struct outcome test_cycles(struct bench *bench)
{
    size_t page = bench->page;
    size_t last = (PLACES + MOST_PAGES) * page;
    MUST(bench_map(bench, DESTINATION, last, page, READ_WRITE));
    for (int cycle = 0; cycle < CYCLES; cycle++)
        MUST(run_cycle(bench, bench->memory + last, cycle));
    return passed();
}
