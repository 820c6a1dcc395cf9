/// What software tells the SMMU through the command queue (IHI 0070, 4): [Command], a sealed interface of records.
///
/// `Command.decode` gives a record for every pair of words; `encode` gives the words for a driver that writes them. NUMBER
/// of a record is its opcode. A record's other constants are its fields within the 128-bit entry.
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
