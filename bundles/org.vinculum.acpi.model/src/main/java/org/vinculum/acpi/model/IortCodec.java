package org.vinculum.acpi.model;

import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Reads and writes IO remapping tables, as bytes and as JSON. A service.
///
/// Input is untrusted: no recursion, 64-bit arithmetic, work and memory bounded by the size of the file.
@ProviderType
public interface IortCodec {
    /// Reads a table of any revision. What can be understood is; what is wrong in it is not judged here.
    ///
    /// @throws UnreadableInputException when the file is no IORT or shorter than it says, or a node is shorter than a
    ///     node's header or leaves the table
    Iort read(InputFile file);

    /// The table's bytes, everything at the place it has: a table that was read gives the bytes of its file.
    ///
    /// @throws IllegalArgumentException when something does not fit into its place
    byte[] write(Iort table);

    /// The same table laid out anew: nodes one after the other, each with its body, its arrays and its mappings, 4-byte
    /// aligned; lengths, counts and the checksum right; no slack. References follow the nodes they name; one that names
    /// nothing stays.
    ///
    /// @param table its nodes' offsets need only be unique
    /// @throws IllegalArgumentException when a node would be longer than 65,535 bytes, naming it
    Iort arrange(Iort table);

    /// Reads the JSON that [#writeJson] writes, or that a person wrote: what is not said about places is arranged.
    ///
    /// @throws UnreadableInputException with line and column
    Iort readJson(InputFile file);

    /// A table as JSON (`docs/iort.schema.json`), UTF-8, with a newline at the end. Places and slack are said only where
    /// arranging would give others.
    byte[] writeJson(Iort table);
}
