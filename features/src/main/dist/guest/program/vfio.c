#include "vfio.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/pci_regs.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

const struct vfio VFIO_CLOSED = {-1, -1, -1};

static struct outcome open_group(struct vfio *vfio, int number)
{
    char path[32];
    struct vfio_group_status status = {.argsz = sizeof status};
    snprintf(path, sizeof path, "/dev/vfio/%d", number);
    vfio->group = open(path, O_RDWR | O_CLOEXEC);
    if (vfio->group < 0 || ioctl(vfio->group, VFIO_GROUP_GET_STATUS, &status) < 0)
        return refused("%s", path);
    if (!(status.flags & VFIO_GROUP_FLAGS_VIABLE))
        return failed("%s is not viable", path);
    return passed();
}

static struct outcome open_container(struct vfio *vfio, int type)
{
    vfio->container = open("/dev/vfio/vfio", O_RDWR | O_CLOEXEC);
    if (vfio->container < 0)
        return refused("/dev/vfio/vfio");
    if (ioctl(vfio->container, VFIO_CHECK_EXTENSION, type) <= 0)
        return skipped("this kernel has no VFIO IOMMU of type %d", type);
    if (ioctl(vfio->group, VFIO_GROUP_SET_CONTAINER, &vfio->container) < 0)
        return refused("VFIO_GROUP_SET_CONTAINER");
    if (ioctl(vfio->container, VFIO_SET_IOMMU, type) < 0)
        return refused("VFIO_SET_IOMMU %d", type);
    return passed();
}

static struct outcome become_master(const struct vfio *vfio)
{
    struct vfio_region_info info = {.argsz = sizeof info, .index = VFIO_PCI_CONFIG_REGION_INDEX};
    uint16_t command = 0;
    if (ioctl(vfio->device, VFIO_DEVICE_GET_REGION_INFO, &info) < 0)
        return refused("the configuration space");
    if (pread(vfio->device, &command, sizeof command, info.offset + PCI_COMMAND) != sizeof command)
        return refused("reading the command register");
    command |= PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER;
    if (pwrite(vfio->device, &command, sizeof command, info.offset + PCI_COMMAND) != sizeof command)
        return refused("writing the command register");
    return passed();
}

struct outcome vfio_open(struct vfio *vfio, const struct function *function, int type)
{
    int number = 0;
    *vfio = VFIO_CLOSED;
    MUST(function_group(function, &number));
    MUST(open_group(vfio, number));
    MUST(open_container(vfio, type));
    vfio->device = ioctl(vfio->group, VFIO_GROUP_GET_DEVICE_FD, function->name);
    if (vfio->device < 0)
        return refused("VFIO_GROUP_GET_DEVICE_FD %s", function->name);
    return become_master(vfio);
}

static void close_one(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

void vfio_close(struct vfio *vfio)
{
    close_one(&vfio->device);
    close_one(&vfio->group);
    close_one(&vfio->container);
}

struct outcome vfio_map(const struct vfio *vfio, uint64_t iova, void *memory, size_t length, enum access access)
{
    uint32_t flags = 0;
    flags |= access & READ_ONLY ? VFIO_DMA_MAP_FLAG_READ : 0;
    flags |= access & WRITE_ONLY ? VFIO_DMA_MAP_FLAG_WRITE : 0;
    struct vfio_iommu_type1_dma_map map = {
        .argsz = sizeof map,
        .flags = flags,
        .vaddr = (uintptr_t)memory,
        .iova = iova,
        .size = length,
    };
    if (ioctl(vfio->container, VFIO_IOMMU_MAP_DMA, &map) < 0)
        return refused("mapping 0x%zx bytes at 0x%llx", length, (unsigned long long)iova);
    return passed();
}

struct outcome vfio_unmap(const struct vfio *vfio, uint64_t iova, size_t length)
{
    struct vfio_iommu_type1_dma_unmap unmap = {.argsz = sizeof unmap, .iova = iova, .size = length};
    if (ioctl(vfio->container, VFIO_IOMMU_UNMAP_DMA, &unmap) < 0)
        return refused("unmapping 0x%zx bytes at 0x%llx", length, (unsigned long long)iova);
    if (unmap.size != length)
        return failed("unmapping at 0x%llx: 0x%zx bytes expected, 0x%llx found", (unsigned long long)iova, length,
                      (unsigned long long)unmap.size);
    return passed();
}

struct outcome vfio_registers(const struct vfio *vfio, size_t length, void **registers)
{
    struct vfio_region_info info = {.argsz = sizeof info, .index = VFIO_PCI_BAR0_REGION_INDEX};
    if (ioctl(vfio->device, VFIO_DEVICE_GET_REGION_INFO, &info) < 0)
        return refused("BAR 0");
    if (info.size < length)
        return failed("BAR 0: 0x%zx bytes expected, 0x%llx found", length, (unsigned long long)info.size);
    *registers = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED, vfio->device, info.offset);
    return *registers == MAP_FAILED ? refused("mapping BAR 0") : passed();
}

struct outcome vfio_message(const struct vfio *vfio, int *event)
{
    char request[sizeof(struct vfio_irq_set) + sizeof(int)];
    struct vfio_irq_set *set = (struct vfio_irq_set *)request;
    *event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (*event < 0)
        return refused("eventfd");
    *set = (struct vfio_irq_set){
        .argsz = sizeof request,
        .flags = VFIO_IRQ_SET_DATA_EVENTFD | VFIO_IRQ_SET_ACTION_TRIGGER,
        .index = VFIO_PCI_MSI_IRQ_INDEX,
        .count = 1,
    };
    *(int *)set->data = *event;
    if (ioctl(vfio->device, VFIO_DEVICE_SET_IRQS, set) < 0)
        return refused("VFIO_DEVICE_SET_IRQS");
    return passed();
}
