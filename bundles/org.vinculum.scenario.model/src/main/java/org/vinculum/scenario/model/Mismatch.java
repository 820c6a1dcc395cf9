package org.vinculum.scenario.model;

/// Where a model differed from a scenario.
///
/// @param line of the file, from 1
/// @param expected what the scenario asks for, for people
/// @param found what the model did, in the same words
public record Mismatch(int line, String expected, String found) {}
