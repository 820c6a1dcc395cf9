// Event records (IHI 0070, 7.3) as the driver prints them into the kernel's log.
#pragma once

#include "outcome.h"

#include <stdbool.h>
#include <stdint.h>

enum { C_BAD_STREAMID = 0x02, F_TRANSLATION = 0x10, F_PERMISSION = 0x13 };

struct event {
    uint64_t words[4];
};

unsigned event_type(const struct event *event);
uint32_t event_stream(const struct event *event);
uint64_t event_address(const struct event *event);
bool event_of_stage_2(const struct event *event);
bool event_of_write(const struct event *event);

// The next event in the log, when it comes within so many seconds.
bool event_next(int log, double seconds, struct event *event);
