// Words of the kernel's command line that are for this program.
#pragma once

#include <stdbool.h>

// The value of `name=VALUE`, to keep; null without such a word.
const char *word(const char *name);

// Whether a name is one of a list `NAME,NAME`.
bool listed(const char *list, const char *name);
