#include "kmsg.h"

#include "clock.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DRIVER[] = "arm-smmu-v3 ";

int log_from_start(void)
{
    return open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

int log_from_now(void)
{
    int log = log_from_start();
    lseek(log, 0, SEEK_END);
    return log;
}

// A record is `PRIORITY,NUMBER,TIME,FLAGS;text`, and more lines that do not matter here.
static bool parse(char *record, struct message *message)
{
    char *text = strchr(record, ';');
    if (!text)
        return false;
    text++;
    text[strcspn(text, "\n")] = 0;
    unsigned long priority = strtoul(record, NULL, 10);
    message->level = priority & 7;
    snprintf(message->text, sizeof message->text, "%s", text);
    return priority >> 3 == 0;
}

static bool wait_until(int log, double end)
{
    double left = end - now();
    struct pollfd ready = {.fd = log, .events = POLLIN};
    return left > 0 && poll(&ready, 1, left * 1000 + 1) > 0;
}

bool log_next(int log, double seconds, struct message *message)
{
    char record[8192];
    double end = now() + seconds;
    for (;;) {
        ssize_t length = read(log, record, sizeof record - 1);
        if (length >= 0) {
            record[length] = 0;
            if (parse(record, message))
                return true;
        } else if (errno != EPIPE && (errno != EAGAIN || !wait_until(log, end))) {
            return false;
        }
    }
}

bool log_next_of_driver(int log, double seconds, struct message *message)
{
    double end = now() + seconds;
    do {
        if (!log_next(log, end - now(), message))
            return false;
    } while (strncmp(message->text, DRIVER, sizeof DRIVER - 1));
    return true;
}
