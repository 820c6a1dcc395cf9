// A PCI function by its name in sysfs, e.g. `0001:00:01.0`.
#pragma once

#include "outcome.h"

#include <stdint.h>

struct function {
    char name[16];
    // bus, device and function number
    uint32_t requester;
    // vendor ID above device ID
    uint32_t identity;
};

struct outcome function_find(const char *name, struct function *function);

// The number of its IOMMU group; fails without one, or when another device is in it.
struct outcome function_group(const struct function *function, int *group);
