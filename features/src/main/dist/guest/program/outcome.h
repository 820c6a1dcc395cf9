// What became of a test or of one of its steps. A step that fails tells what was expected and what was found.
#pragma once

#include "say.h"

struct outcome {
    enum { PASSED, FAILED, SKIPPED } kind;
    char detail[240];
};

struct outcome passed(void);
struct outcome failed(const char *format, ...) FORMATS;
struct outcome skipped(const char *format, ...) FORMATS;

// A system call that did not succeed, with errno.
struct outcome refused(const char *format, ...) FORMATS;

// Goes on only when the step passed.
#define MUST(step)                             \
    do {                                       \
        struct outcome outcome_ = (step);      \
        if (outcome_.kind != PASSED)           \
            return outcome_;                   \
    } while (0)
