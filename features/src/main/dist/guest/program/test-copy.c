// Memory that is mapped is read and written, every byte of it and no other.
#include "pattern.h"
#include "tests.h"

#include <string.h>

enum { MUCH = 2 << 20, UNTOUCHED = 0x5a };

struct outcome test_copy(struct bench *bench)
{
    uint8_t *destination = bench->memory + MUCH;
    pattern_fill(bench->memory, MUCH, 1);
    memset(destination, UNTOUCHED, MUCH);
    MUST(bench_map(bench, SOURCE, 0, MUCH, READ_ONLY));
    MUST(bench_map(bench, DESTINATION, MUCH, MUCH, READ_WRITE));
    MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, MUCH), GOOD));
    return pattern_compare("2 MiB copied", destination, MUCH, 1);
}

static struct outcome copy_some(struct bench *bench, size_t from, size_t to, uint32_t length)
{
    size_t half = 4 * bench->page;
    uint8_t *destination = bench->memory + half;
    memset(destination, UNTOUCHED, half);
    pattern_fill(bench->memory + from, length, from + length);
    MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE + from, DESTINATION + to, length), GOOD));
    MUST(pattern_constant("before what was copied", destination, to, UNTOUCHED));
    MUST(pattern_compare("unaligned bytes", destination + to, length, from + length));
    return pattern_constant("after what was copied", destination + to + length, half - to - length, UNTOUCHED);
}

struct outcome test_lengths(struct bench *bench)
{
    size_t page = bench->page;
    MUST(bench_map(bench, SOURCE, 0, 4 * page, READ_ONLY));
    MUST(bench_map(bench, DESTINATION, 4 * page, 4 * page, READ_WRITE));
    MUST(copy_some(bench, 0, 0, 0));
    MUST(copy_some(bench, 1, 2, 1));
    MUST(copy_some(bench, 3, 8, 7));
    MUST(copy_some(bench, page - 1, page - 3, 2));
    MUST(copy_some(bench, page - 1, 0, page));
    MUST(copy_some(bench, 0, page - 1, page + 1));
    MUST(copy_some(bench, 5, 4091, 2 * page + 13));
    return copy_some(bench, 0, 0, 4 * page);
}
