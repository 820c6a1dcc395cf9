// The kernel's log, record by record; each descriptor has a position of its own.
#pragma once

#include <stdbool.h>

struct message {
    int level;
    char text[480];
};

// At the first record that is kept, or after the last; negative when it cannot be read.
int log_from_start(void);
int log_from_now(void);

// The next message of the kernel itself, when it has come within so many seconds.
bool log_next(int log, double seconds, struct message *message);

// The same, of the SMMU's driver.
bool log_next_of_driver(int log, double seconds, struct message *message);
