#include "bench.h"

#include <sys/mman.h>
#include <unistd.h>

struct outcome bench_make(struct bench *bench, int count, char **names)
{
    bench->page = sysconf(_SC_PAGESIZE);
    bench->count = count;
    if (count < 1 || count > MOST_FUNCTIONS)
        return failed("1 or 2 functions under test expected, %d found", count);
    for (int i = 0; i < count; i++)
        MUST(function_find(names[i], &bench->functions[i]));
    if (bench_has_engines(bench) && count != MOST_FUNCTIONS)
        return failed("2 DMA engines expected, %d found", count);
    // There from the start: a page that nobody has written is one that all share, and the first write makes another
    // one. A device for which the shared one was mapped does not see that.
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE;
    bench->memory = mmap(NULL, MEMORY_BYTES, PROT_READ | PROT_WRITE, flags, -1, 0);
    return bench->memory == MAP_FAILED ? refused("memory") : passed();
}

bool bench_has_engines(const struct bench *bench)
{
    return bench->functions[0].identity == VDMA_IDENTITY;
}

struct outcome bench_open(struct bench *bench, int vfio_type)
{
    for (int i = 0; i < bench->count; i++)
        bench->vfio[i] = VFIO_CLOSED;
    for (int i = 0; i < bench->count; i++) {
        MUST(vfio_open(&bench->vfio[i], &bench->functions[i], vfio_type));
        if (bench_has_engines(bench))
            MUST(vdma_open(&bench->vdma[i], &bench->vfio[i]));
    }
    return passed();
}

void bench_close(struct bench *bench)
{
    for (int i = 0; i < bench->count; i++) {
        vdma_close(&bench->vdma[i]);
        vfio_close(&bench->vfio[i]);
    }
}

struct outcome bench_map(struct bench *bench, uint64_t iova, size_t offset, size_t length, enum access access)
{
    return vfio_map(&bench->vfio[0], iova, bench->memory + offset, length, access);
}

uint32_t bench_stream(const struct bench *bench, int function)
{
    return FIRST_STREAM + bench->functions[function].requester;
}
