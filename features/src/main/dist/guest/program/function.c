#include "function.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH = 128 };

static const char DEVICES[] = "/sys/bus/pci/devices";

static struct outcome number(const char *name, const char *attribute, uint32_t *value)
{
    char path[PATH];
    char text[32] = "";
    snprintf(path, sizeof path, "%s/%s/%s", DEVICES, name, attribute);
    FILE *file = fopen(path, "re");
    if (!file)
        return refused("%s", path);
    char *line = fgets(text, sizeof text, file);
    fclose(file);
    *value = strtoul(text, NULL, 16);
    return line ? passed() : failed("%s is empty", path);
}

struct outcome function_find(const char *name, struct function *function)
{
    unsigned domain, bus, device, number_of_function;
    if (sscanf(name, "%x:%x:%x.%x", &domain, &bus, &device, &number_of_function) != 4)
        return failed("%s is no PCI function", name);
    snprintf(function->name, sizeof function->name, "%s", name);
    function->requester = bus << 8 | device << 3 | number_of_function;
    uint32_t vendor = 0, identity = 0;
    MUST(number(name, "vendor", &vendor));
    MUST(number(name, "device", &identity));
    function->identity = vendor << 16 | identity;
    return passed();
}

static int entries(const char *path)
{
    DIR *folder = opendir(path);
    int count = 0;
    if (!folder)
        return -1;
    for (struct dirent *entry; (entry = readdir(folder));)
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}

struct outcome function_group(const struct function *function, int *group)
{
    char path[PATH];
    char target[PATH_MAX] = "";
    snprintf(path, sizeof path, "%s/%s/iommu_group", DEVICES, function->name);
    if (readlink(path, target, sizeof target - 1) < 0)
        return refused("%s", path);
    *group = atoi(strrchr(target, '/') + 1);
    snprintf(path, sizeof path, "/sys/kernel/iommu_groups/%d/devices", *group);
    int members = entries(path);
    return members == 1 ? passed() : failed("%s: 1 device expected, %d found", path, members);
}
