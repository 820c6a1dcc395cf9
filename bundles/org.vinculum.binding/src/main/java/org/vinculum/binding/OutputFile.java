package org.vinculum.binding;

/// A file to be written: a name without folders, and all of its bytes.
public record OutputFile(String name, byte[] content) {}
