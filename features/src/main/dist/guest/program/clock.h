// Time that only goes forward, for measurements and for how long to wait.
#pragma once

// Seconds since some moment.
double now(void);

// Gives the processor away for at least so many microseconds.
void rest(long microseconds);
