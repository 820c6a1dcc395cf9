// After all the tests, the driver has complained of nothing but lost events: no command error, no time-out.
#include "kmsg.h"
#include "tests.h"

#include <string.h>
#include <unistd.h>

enum { WARNING = 4 };

struct outcome test_quiet(struct bench *bench)
{
    (void)bench;
    struct message message;
    struct outcome outcome = passed();
    int log = log_from_start();
    if (log < 0)
        return refused("/dev/kmsg");
    while (outcome.kind == PASSED && log_next_of_driver(log, 0, &message))
        if (message.level <= WARNING && !strstr(message.text, "EVTQ overflow"))
            outcome = failed("no warning of the driver expected, '%.150s' found", message.text);
    close(log);
    return outcome;
}
