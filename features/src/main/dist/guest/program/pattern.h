// Contents that differ at every place and for every seed, so that a byte from elsewhere is seen.
#pragma once

#include "outcome.h"

#include <stddef.h>
#include <stdint.h>

void pattern_fill(void *memory, size_t length, uint64_t seed);

// Compares with what pattern_fill(_, _, seed) would have put there.
struct outcome pattern_compare(const char *what, const void *memory, size_t length, uint64_t seed);

// Compares with one byte everywhere.
struct outcome pattern_constant(const char *what, const void *memory, size_t length, uint8_t byte);
