// What is not mapped, or not any more, or not for writing, is refused and leaves memory as it was.
#include "pattern.h"
#include "tests.h"

#include <string.h>

enum { UNTOUCHED = 0x5a };

struct outcome test_unmapped_read(struct bench *bench)
{
    size_t page = bench->page;
    memset(bench->memory, UNTOUCHED, page);
    MUST(bench_map(bench, DESTINATION, 0, page, READ_WRITE));
    MUST(vdma_expect(&bench->vdma[0], copy_of(NOWHERE, DESTINATION, page), READ_REFUSED));
    return pattern_constant("the destination of a refused read", bench->memory, page, UNTOUCHED);
}

struct outcome test_unmapped_write(struct bench *bench)
{
    size_t page = bench->page;
    MUST(bench_map(bench, SOURCE, 0, page, READ_ONLY));
    return vdma_expect(&bench->vdma[0], copy_of(SOURCE, NOWHERE, page), WRITE_REFUSED);
}

struct outcome test_read_only(struct bench *bench)
{
    size_t page = bench->page;
    pattern_fill(bench->memory, page, 2);
    memset(bench->memory + page, UNTOUCHED, page);
    MUST(bench_map(bench, SOURCE, 0, page, READ_ONLY));
    MUST(bench_map(bench, DESTINATION, page, page, READ_ONLY));
    MUST(vdma_expect(&bench->vdma[0], copy_of(SOURCE, DESTINATION, page), WRITE_REFUSED));
    return pattern_constant("memory mapped for reading", bench->memory + page, page, UNTOUCHED);
}

static struct outcome refuse_after_unmap(struct bench *bench, int function)
{
    size_t page = bench->page;
    struct vfio *vfio = &bench->vfio[function];
    struct vdma *vdma = &bench->vdma[function];
    struct request copy = copy_of(SOURCE, DESTINATION, page);
    pattern_fill(bench->memory, page, 3);
    MUST(vfio_map(vfio, SOURCE, bench->memory, page, READ_WRITE));
    MUST(vfio_map(vfio, DESTINATION, bench->memory + page, page, READ_WRITE));
    MUST(vdma_expect(vdma, copy, GOOD));
    MUST(vfio_unmap(vfio, DESTINATION, page));
    memset(bench->memory + page, UNTOUCHED, page);
    MUST(vdma_expect(vdma, copy, WRITE_REFUSED));
    MUST(vfio_unmap(vfio, SOURCE, page));
    MUST(vdma_expect(vdma, copy, READ_REFUSED));
    return pattern_constant("memory that was unmapped", bench->memory + page, page, UNTOUCHED);
}

struct outcome test_after_unmap(struct bench *bench)
{
    MUST(refuse_after_unmap(bench, 0));
    return refuse_after_unmap(bench, 1);
}
