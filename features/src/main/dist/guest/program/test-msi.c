// A device's message is a write through the SMMU; it comes to its interrupt.
#include "tests.h"

#include <poll.h>
#include <unistd.h>

enum { LIMIT_MS = 10000 };

static bool fired(int event, int milliseconds)
{
    uint64_t count = 0;
    struct pollfd ready = {.fd = event, .events = POLLIN};
    return poll(&ready, 1, milliseconds) > 0 && read(event, &count, sizeof count) == sizeof count && count > 0;
}

static struct outcome send(struct vdma *vdma, int event)
{
    if (fired(event, 0))
        return failed("no message expected before one is sent, one found");
    MUST(vdma_expect(vdma, (struct request){.operation = MESSAGE}, GOOD));
    return fired(event, LIMIT_MS) ? passed() : failed("a message within %d ms expected, none found", LIMIT_MS);
}

struct outcome test_msi(struct bench *bench)
{
    int event = -1;
    struct outcome outcome = vfio_message(&bench->vfio[0], &event);
    for (int i = 0; i < 3 && outcome.kind == PASSED; i++)
        outcome = send(&bench->vdma[0], event);
    if (event >= 0)
        close(event);
    return outcome;
}
