// The same address leads to other memory again and again; a translation that was kept too long shows in the contents.
// Both functions take turns, for the SMMU behind one of them need not be the one behind the other.
#include "pattern.h"
#include "tests.h"

#include <string.h>

enum { CYCLES = 1000, MOST_PAGES = 4, PLACES = 61, PIECE = 256, REFUSED_EVERY = 100 };

// One piece from each page, to one page.
static struct outcome copy_pieces(struct bench *bench, int function, uint8_t *destination, int pages, int cycle)
{
    for (int i = 0; i < pages; i++) {
        struct request copy = copy_of(SOURCE + i * bench->page, DESTINATION + i * PIECE, PIECE);
        MUST(vdma_expect(&bench->vdma[function], copy, GOOD));
        struct outcome outcome = pattern_compare("", destination + i * PIECE, PIECE, cycle * MOST_PAGES + i);
        if (outcome.kind != PASSED)
            return failed("function %d, cycle %d, page %d%s", function, cycle, i, outcome.detail);
    }
    return passed();
}

static struct outcome run_cycle(struct bench *bench, uint8_t *destination, int cycle)
{
    size_t page = bench->page;
    int pages = 1 + cycle % MOST_PAGES;
    int function = cycle / MOST_PAGES % 2;
    size_t place = (size_t)(cycle * 7 % PLACES) * page;
    for (int i = 0; i < pages; i++)
        pattern_fill(bench->memory + place + i * page, PIECE, cycle * MOST_PAGES + i);
    struct vfio *vfio = &bench->vfio[function];
    MUST(vfio_map(vfio, SOURCE, bench->memory + place, pages * page, READ_ONLY));
    MUST(copy_pieces(bench, function, destination, pages, cycle));
    MUST(vfio_unmap(vfio, SOURCE, pages * page));
    if (cycle % REFUSED_EVERY)
        return passed();
    return vdma_expect(&bench->vdma[function], copy_of(SOURCE, DESTINATION, PIECE), READ_REFUSED);
}

struct outcome test_cycles(struct bench *bench)
{
    size_t page = bench->page;
    size_t last = (PLACES + MOST_PAGES) * page;
    for (int i = 0; i < 2; i++)
        MUST(vfio_map(&bench->vfio[i], DESTINATION, bench->memory + last, page, READ_WRITE));
    for (int cycle = 0; cycle < CYCLES; cycle++)
        MUST(run_cycle(bench, bench->memory + last, cycle));
    return passed();
}
