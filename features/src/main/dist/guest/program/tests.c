#include "tests.h"

#include <linux/vfio.h>

// The kernel prints ten events in five seconds, so what reads them comes before what makes many.
const struct test TESTS[] = {
    {.name = "probe", .run = test_probe},
    {.name = "copy", .run = test_copy, .engines = true},
    {.name = "lengths", .run = test_lengths, .engines = true},
    {.name = "reports", .run = test_reports, .engines = true},
    {.name = "unmapped-read", .run = test_unmapped_read, .engines = true},
    {.name = "unmapped-write", .run = test_unmapped_write, .engines = true},
    {.name = "read-only", .run = test_read_only, .engines = true},
    {.name = "after-unmap", .run = test_after_unmap, .engines = true},
    {.name = "streams", .run = test_streams, .engines = true},
    {.name = "msi", .run = test_msi, .engines = true},
    {.name = "cycles", .run = test_cycles, .engines = true},
    {.name = "nesting",
     .run = test_nesting,
     .vfio_type = VFIO_TYPE1_NESTING_IOMMU,
     .engines = true,
     .on_request = true},
    {.name = "overflow", .run = test_overflow, .engines = true},
    {.name = "rate", .run = test_rate, .engines = true},
    {.name = "pairs", .run = test_pairs},
    {.name = "quiet", .run = test_quiet},
    {0},
};
