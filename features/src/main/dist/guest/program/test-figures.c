// How fast it is: figures, which no test judges.
#include "clock.h"
#include "tests.h"

static const double COPYING = 0.5;
static const double MAPPING = 1;

struct outcome test_rate(struct bench *bench)
{
    size_t page = bench->page;
    MUST(bench_map(bench, SOURCE, 0, page, READ_ONLY));
    MUST(bench_map(bench, DESTINATION, page, page, READ_WRITE));
    double start = now();
    long copies = 0;
    for (; now() < start + COPYING; copies++)
        MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, 64), GOOD));
    say_figure("dma-rate", copies / (now() - start), "1/s");
    return passed();
}

struct outcome test_pairs(struct bench *bench)
{
    size_t page = bench->page;
    bench->memory[0] = 1;
    double start = now();
    long pairs = 0;
    for (; now() < start + MAPPING; pairs++) {
        MUST(bench_map(bench, SOURCE, 0, page, READ_WRITE));
        MUST(vfio_unmap(&bench->vfio[0], SOURCE, page));
    }
    say_figure("map-unmap-pairs", pairs / (now() - start), "1/s");
    return passed();
}
