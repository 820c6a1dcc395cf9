// The lines that whoever started this guest reads. They go through the kernel's log, so that no message of the kernel
// comes in between.
#pragma once

// The compiler checks the arguments after the format.
#define FORMATS __attribute__((format(printf, 1, 2)))

void say(const char *format, ...) FORMATS;

// A measurement: `VINCULUM-FIGURE: NAME VALUE UNIT`.
void say_figure(const char *name, double value, const char *unit);
