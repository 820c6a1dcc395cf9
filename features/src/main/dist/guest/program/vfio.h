// One PCI function in a VFIO container of its own (type 1): its DMA addresses are ours to map.
#pragma once

#include "function.h"

#include <stddef.h>

enum access { READ_ONLY = 1, WRITE_ONLY = 2, READ_WRITE = 3 };

struct vfio {
    int container;
    int group;
    int device;
};

// Says that nothing is open, so that it may be closed.
extern const struct vfio VFIO_CLOSED;

// The function becomes a bus master. `type` is VFIO_TYPE1v2_IOMMU or VFIO_TYPE1_NESTING_IOMMU; without that, skipped.
struct outcome vfio_open(struct vfio *vfio, const struct function *function, int type);

// Everything mapped ends with it.
void vfio_close(struct vfio *vfio);

// Addresses and length are multiples of the page size.
struct outcome vfio_map(const struct vfio *vfio, uint64_t iova, void *memory, size_t length, enum access access);
struct outcome vfio_unmap(const struct vfio *vfio, uint64_t iova, size_t length);

// The registers behind BAR 0, at least so many bytes.
struct outcome vfio_registers(const struct vfio *vfio, size_t length, void **registers);

// Message 0 of the function counts up an eventfd from now on.
struct outcome vfio_message(const struct vfio *vfio, int *event);
