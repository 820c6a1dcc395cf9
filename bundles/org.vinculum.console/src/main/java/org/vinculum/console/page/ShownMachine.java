package org.vinculum.console.page;

import org.vinculum.domain.Machine;

/// A machine in operation.
///
/// @param id number of its service, by which the form names it
public record ShownMachine(long id, String name, Machine machine) {}
