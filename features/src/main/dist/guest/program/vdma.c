#include "vdma.h"

#include "clock.h"

#include <sys/mman.h>

enum { MAGIC = 0x414d4456 };

enum {
    REG_MAGIC = 0x00,
    REG_STREAM_OFFSET = 0x04,
    REG_SOURCE = 0x08,
    REG_DESTINATION = 0x10,
    REG_LENGTH = 0x18,
    REG_OPERATION = 0x1c,
    REG_DOORBELL = 0x20,
    REG_DONE = 0x24,
    REG_STATUS = 0x28,
    REG_REFUSED = 0x30,
};

// Looks at once so often, for some tenths of a millisecond in QEMU: a sleep takes longer than most requests. Then it sleeps in
// between, because the engine needs a processor too.
enum { LOOKS = 20000, REST = 50 };

static const double LIMIT = 20;

static uint32_t read_register(const struct vdma *vdma, int offset)
{
    return *(volatile uint32_t *)(vdma->registers + offset);
}

static void write_register(const struct vdma *vdma, int offset, uint32_t value)
{
    *(volatile uint32_t *)(vdma->registers + offset) = value;
}

static void write_long(const struct vdma *vdma, int offset, uint64_t value)
{
    *(volatile uint64_t *)(vdma->registers + offset) = value;
}

struct outcome vdma_open(struct vdma *vdma, const struct vfio *vfio)
{
    void *registers = NULL;
    MUST(vfio_registers(vfio, VDMA_BYTES, &registers));
    vdma->registers = registers;
    vdma->sequence = read_register(vdma, REG_DOORBELL);
    uint32_t magic = read_register(vdma, REG_MAGIC);
    return magic == MAGIC ? passed() : failed("the engine's magic: 0x%x expected, 0x%x found", MAGIC, magic);
}

void vdma_close(struct vdma *vdma)
{
    if (vdma->registers)
        munmap((void *)vdma->registers, VDMA_BYTES);
    vdma->registers = NULL;
}

static struct outcome await(const struct vdma *vdma)
{
    double end = now() + LIMIT;
    for (long looks = 0; read_register(vdma, REG_DONE) != vdma->sequence; looks++) {
        if (looks < LOOKS)
            continue;
        rest(REST);
        if (now() > end)
            return failed("the engine: request %u done within %.0f s expected, %u found", vdma->sequence, LIMIT,
                          read_register(vdma, REG_DONE));
    }
    return passed();
}

struct outcome vdma_run(struct vdma *vdma, const struct request *request, struct answer *answer)
{
    write_register(vdma, REG_STREAM_OFFSET, request->stream_offset);
    write_long(vdma, REG_SOURCE, request->source);
    write_long(vdma, REG_DESTINATION, request->destination);
    write_register(vdma, REG_LENGTH, request->length);
    write_register(vdma, REG_OPERATION, request->operation);
    __sync_synchronize();
    write_register(vdma, REG_DOORBELL, ++vdma->sequence);
    MUST(await(vdma));
    __sync_synchronize();
    answer->status = read_register(vdma, REG_STATUS);
    answer->refused = read_register(vdma, REG_REFUSED);
    return passed();
}

struct outcome vdma_expect(struct vdma *vdma, struct request request, enum status status)
{
    struct answer answer = {0};
    MUST(vdma_run(vdma, &request, &answer));
    if (answer.status == status)
        return passed();
    return failed("operation %d from 0x%llx to 0x%llx, 0x%x bytes, stream offset 0x%x: status %d expected, %u found",
                  request.operation, (unsigned long long)request.source, (unsigned long long)request.destination,
                  request.length, request.stream_offset, status, answer.status);
}

struct request copy_of(uint64_t source, uint64_t destination, uint32_t length)
{
    return (struct request){.operation = COPY, .source = source, .destination = destination, .length = length};
}
