package org.vinculum.live;

/// How often something happened.
///
/// @param what for people, e.g. `translations`
/// @param value not negative
public record Count(String what, long value) {}
