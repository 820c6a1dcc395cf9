// The driver found the SMMU as it is, without complaint, and each function has an IOMMU group of its own.
#include "kmsg.h"
#include "tests.h"
#include "words.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { WARNING = 4 };

static struct outcome read_log(const char *widths, int *probes)
{
    struct message message;
    int log = log_from_start();
    if (log < 0)
        return refused("/dev/kmsg");
    struct outcome outcome = passed();
    while (outcome.kind == PASSED && log_next_of_driver(log, 0, &message)) {
        if (message.level <= WARNING)
            outcome = failed("no warning of the driver expected, '%.150s' found", message.text);
        if (strstr(message.text, "-bit, oas ")) {
            ++*probes;
            if (!strstr(message.text, widths))
                outcome = failed("'%s' expected, '%.150s' found", widths, message.text);
        }
    }
    close(log);
    return outcome;
}

static struct outcome different_groups(const struct bench *bench)
{
    int groups[MOST_FUNCTIONS] = {-1, -2};
    for (int i = 0; i < bench->count; i++)
        MUST(function_group(&bench->functions[i], &groups[i]));
    return groups[0] != groups[1] ? passed() : failed("different groups expected, %d found for both", groups[0]);
}

struct outcome test_probe(struct bench *bench)
{
    const char *oas = word("vinculum.oas");
    const char *ias = word("vinculum.ias");
    char widths[64];
    int probes = 0;
    oas = oas ? oas : "48";
    snprintf(widths, sizeof widths, "ias %s-bit, oas %s-bit", ias ? ias : oas, oas);
    MUST(read_log(widths, &probes));
    if (probes != 1)
        return failed("one line of the driver's probe expected, %d found", probes);
    return different_groups(bench);
}
