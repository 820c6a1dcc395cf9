package org.vinculum.toolstack.config;

/// A device of `dtdev`: a path in the host's tree, as the user wrote it.
public record DtdevEntry(String path, Place place) {}
