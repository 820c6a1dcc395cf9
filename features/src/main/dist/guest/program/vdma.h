// The DMA engine that Vinculum puts behind its SMMU.
#pragma once

#include "vfio.h"

enum { VDMA_IDENTITY = 0x12345d3a, VDMA_BYTES = 0x10000 };

enum operation { COPY = 0, MESSAGE = 7, TOUCH = 8 };

enum status { GOOD = 0, READ_REFUSED = 1, WRITE_REFUSED = 2 };

struct vdma {
    volatile uint8_t *registers;
    uint32_t sequence;
};

struct request {
    enum operation operation;
    // in place of the function's own stream, this many after it
    uint32_t stream_offset;
    uint64_t source;
    uint64_t destination;
    uint32_t length;
};

struct answer {
    uint32_t status;
    // pages that TOUCH was refused
    uint32_t refused;
};

struct outcome vdma_open(struct vdma *vdma, const struct vfio *vfio);
void vdma_close(struct vdma *vdma);

// Waits until the engine has done it.
struct outcome vdma_run(struct vdma *vdma, const struct request *request, struct answer *answer);

// The same, and fails when it answers another status.
struct outcome vdma_expect(struct vdma *vdma, struct request request, enum status status);

// One copy in the function's own stream.
struct request copy_of(uint64_t source, uint64_t destination, uint32_t length);
