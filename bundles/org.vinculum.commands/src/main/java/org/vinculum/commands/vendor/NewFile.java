package org.vinculum.commands.vendor;

/// One file of a new folder.
///
/// @param path below the folder, with `/` between its parts
record NewFile(String path, byte[] content) {}
