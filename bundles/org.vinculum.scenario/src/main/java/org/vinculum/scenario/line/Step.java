package org.vinculum.scenario.line;

/// A line and where it is.
///
/// @param number from 1
public record Step(int number, Line line) {}
