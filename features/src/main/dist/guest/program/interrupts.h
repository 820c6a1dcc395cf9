// How often a device interrupted.
#pragma once

// All processors' counts of the lines of /proc/interrupts with this name; negative without such a line.
long interrupts_of(const char *name);

// Of the SMMU's events, whether wired, in a message, or on one line for everything.
long event_interrupts(void);
