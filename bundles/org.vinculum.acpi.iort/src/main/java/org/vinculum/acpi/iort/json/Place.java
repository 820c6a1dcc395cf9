package org.vinculum.acpi.iort.json;

/// Where something starts in the text.
///
/// @param line from 1
/// @param column from 1
record Place(int line, int column) {}
