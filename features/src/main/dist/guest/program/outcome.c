#include "outcome.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct outcome passed(void)
{
    return (struct outcome){.kind = PASSED};
}

#define DESCRIBE(outcome, format)                                                \
    do {                                                                         \
        va_list arguments;                                                       \
        va_start(arguments, format);                                             \
        vsnprintf((outcome).detail, sizeof (outcome).detail, format, arguments); \
        va_end(arguments);                                                       \
    } while (0)

struct outcome failed(const char *format, ...)
{
    struct outcome outcome = {.kind = FAILED};
    DESCRIBE(outcome, format);
    return outcome;
}

struct outcome skipped(const char *format, ...)
{
    struct outcome outcome = {.kind = SKIPPED};
    DESCRIBE(outcome, format);
    return outcome;
}

struct outcome refused(const char *format, ...)
{
    struct outcome outcome = {.kind = FAILED};
    const char *why = strerror(errno);
    DESCRIBE(outcome, format);
    size_t used = strlen(outcome.detail);
    snprintf(outcome.detail + used, sizeof outcome.detail - used, ": %s", why);
    return outcome;
}
