package org.vinculum.commands.verb;

/// A service and what its registration says of it.
///
/// @param version of the bundle, or what the service says of itself with `vinculum.version`
/// @param ranking `service.ranking`; the highest wins
public record Part<T>(T service, String version, int ranking) {}
