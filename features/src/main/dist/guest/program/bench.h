// What a test works with: the functions under test, opened anew for each test, and memory to map for them.
#pragma once

#include "vdma.h"

#include <stdbool.h>

enum { MOST_FUNCTIONS = 2, MEMORY_BYTES = 16 << 20 };

// The stream of function 00:00.0 (the device tree's iommu-map).
enum { FIRST_STREAM = 0x100 };

// Where tests map, below 4 GiB for an SMMU with short addresses, and apart from where Linux maps messages.
static const uint64_t SOURCE = 0x10000000;
static const uint64_t DESTINATION = 0x20000000;
// nothing is ever mapped from here on
static const uint64_t NOWHERE = 0x30000000;

struct bench {
    struct function functions[MOST_FUNCTIONS];
    int count;
    struct vfio vfio[MOST_FUNCTIONS];
    struct vdma vdma[MOST_FUNCTIONS];
    uint8_t *memory;
    size_t page;
};

// Finds the functions; their memory is that of this process.
struct outcome bench_make(struct bench *bench, int count, char **names);

// Whether these are Vinculum's DMA engines.
bool bench_has_engines(const struct bench *bench);

struct outcome bench_open(struct bench *bench, int vfio_type);
void bench_close(struct bench *bench);

// Maps for the first function: `length` bytes of memory from `offset` on.
struct outcome bench_map(struct bench *bench, uint64_t iova, size_t offset, size_t length, enum access access);

uint32_t bench_stream(const struct bench *bench, int function);
