#include "pattern.h"

// The finaliser of SplitMix64: every bit of seed and place reaches every bit of the word.
static uint8_t byte_at(uint64_t seed, size_t place)
{
    uint64_t word = seed * 0x9e3779b97f4a7c15 + place;
    word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9;
    word = (word ^ word >> 27) * 0x94d049bb133111eb;
    return word >> 56;
}

void pattern_fill(void *memory, size_t length, uint64_t seed)
{
    uint8_t *bytes = memory;
    for (size_t i = 0; i < length; i++)
        bytes[i] = byte_at(seed, i);
}

static struct outcome different(const char *what, size_t place, uint8_t expected, uint8_t found)
{
    return failed("%s, byte 0x%zx: 0x%02x expected, 0x%02x found", what, place, expected, found);
}

struct outcome pattern_compare(const char *what, const void *memory, size_t length, uint64_t seed)
{
    const uint8_t *bytes = memory;
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != byte_at(seed, i))
            return different(what, i, byte_at(seed, i), bytes[i]);
    return passed();
}

struct outcome pattern_constant(const char *what, const void *memory, size_t length, uint8_t byte)
{
    const uint8_t *bytes = memory;
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != byte)
            return different(what, i, byte, bytes[i]);
    return passed();
}
