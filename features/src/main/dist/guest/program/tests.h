// Every test by its name.
#pragma once

#include "bench.h"

struct test {
    const char *name;
    struct outcome (*run)(struct bench *bench);
    // in place of VFIO_TYPE1v2_IOMMU
    int vfio_type;
    // needs Vinculum's DMA engines, not just any device
    bool engines;
    // runs only when it is named
    bool on_request;
};

struct outcome test_probe(struct bench *bench);
struct outcome test_copy(struct bench *bench);
struct outcome test_lengths(struct bench *bench);
struct outcome test_reports(struct bench *bench);
struct outcome test_unmapped_read(struct bench *bench);
struct outcome test_unmapped_write(struct bench *bench);
struct outcome test_read_only(struct bench *bench);
struct outcome test_after_unmap(struct bench *bench);
struct outcome test_cycles(struct bench *bench);
struct outcome test_streams(struct bench *bench);
struct outcome test_msi(struct bench *bench);
struct outcome test_overflow(struct bench *bench);
struct outcome test_nesting(struct bench *bench);
struct outcome test_rate(struct bench *bench);
struct outcome test_pairs(struct bench *bench);
struct outcome test_quiet(struct bench *bench);

// In the order in which they run; the last has no name.
extern const struct test TESTS[];
