// Each function has its own address space, and a stream without one reaches nothing.
#include "pattern.h"
#include "tests.h"

#include <string.h>

enum { FIRST = 10, SECOND = 20, UNTOUCHED = 0x5a };

// The stream after the first function's is nobody's.
enum { NOBODY = 1 };

static struct outcome copy_and_compare(struct bench *bench, int function, struct request copy, uint64_t seed)
{
    uint8_t *destination = bench->memory + 2 * bench->page;
    memset(destination, UNTOUCHED, bench->page);
    MUST(vdma_expect(&bench->vdma[function], copy, GOOD));
    return pattern_compare(seed == FIRST ? "the first function's page" : "the second function's page", destination,
                           bench->page, seed);
}

struct outcome test_streams(struct bench *bench)
{
    size_t page = bench->page;
    struct request copy = copy_of(SOURCE, DESTINATION, page);
    for (int i = 0; i < 2; i++) {
        pattern_fill(bench->memory + i * page, page, i ? SECOND : FIRST);
        MUST(vfio_map(&bench->vfio[i], SOURCE, bench->memory + i * page, page, READ_ONLY));
        MUST(vfio_map(&bench->vfio[i], DESTINATION, bench->memory + 2 * page, page, READ_WRITE));
    }
    MUST(copy_and_compare(bench, 0, copy, FIRST));
    MUST(copy_and_compare(bench, 1, copy, SECOND));
    copy.stream_offset = bench_stream(bench, 1) - bench_stream(bench, 0);
    MUST(copy_and_compare(bench, 0, copy, SECOND));
    memset(bench->memory + 2 * page, UNTOUCHED, page);
    copy.stream_offset = NOBODY;
    MUST(vdma_expect(&bench->vdma[0], copy, READ_REFUSED));
    return pattern_constant("memory after a refusal", bench->memory + 2 * page, page, UNTOUCHED);
}
