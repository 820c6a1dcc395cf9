#include "events.h"

#include "clock.h"
#include "kmsg.h"

#include <stdlib.h>
#include <string.h>

unsigned event_type(const struct event *event)
{
    return event->words[0] & 0xff;
}

uint32_t event_stream(const struct event *event)
{
    return event->words[0] >> 32;
}

uint64_t event_address(const struct event *event)
{
    return event->words[2];
}

bool event_of_stage_2(const struct event *event)
{
    return event->words[1] >> 39 & 1;
}

bool event_of_write(const struct event *event)
{
    return !(event->words[1] >> 35 & 1);
}

// `event 0x10 received:` and a line for each word.
bool event_next(int log, double seconds, struct event *event)
{
    double end = now() + seconds;
    struct message message;
    do {
        if (!log_next_of_driver(log, end - now(), &message))
            return false;
    } while (!strstr(message.text, " event 0x") || !strstr(message.text, "received"));
    for (int i = 0; i < 4; i++) {
        if (!log_next_of_driver(log, end - now(), &message))
            return false;
        char *value = strstr(message.text, "0x");
        event->words[i] = value ? strtoull(value, NULL, 16) : 0;
    }
    return true;
}
