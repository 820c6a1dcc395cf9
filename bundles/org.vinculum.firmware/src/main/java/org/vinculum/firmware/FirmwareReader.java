package org.vinculum.firmware;

import org.osgi.annotation.versioning.ConsumerType;

/// Reads one firmware format. A service; vendors add formats by registering another.
///
/// Stateless and safe for use by several threads. Input is untrusted: no recursion on its depth, no unbounded work.
@ConsumerType
public interface FirmwareReader {
    /// The format's name as messages print it, e.g. `devicetree`, `iort`.
    String format();

    /// Whether this reader is for such content, judged by a signature only; never throws.
    boolean recognises(InputFile file);

    /// Reads the whole description. Faults that leave the rest understandable become findings.
    ///
    /// @throws UnreadableInputException when it cannot be understood
    Firmware read(InputFile file);
}
