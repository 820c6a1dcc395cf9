package org.vinculum.binding;

/// One reason why an assignment is not made.
///
/// @param code stable, documented in `docs/refusals.md`, e.g. `stream-shared`
/// @param place where in the configuration, e.g. `guest.cfg:7`, `pci[0]`, or a partial-tree path
/// @param message one sentence: what is wrong, and what would be right
public record Refusal(String code, String place, String message) {}
