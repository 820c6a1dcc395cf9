/// ACPI tables as data: the IO remapping table, its nodes and ID mappings, and the contract of its codec.
///
/// An [Iort] says what a table says and where: nodes are known by their offset, as the table's own references know them.
/// Nothing here judges; a table that is wrong can be held, changed and written like one that is right.
///
/// @spec https://developer.arm.com/documentation/den0049 Arm DEN0049E.f, IO Remapping Table
@Export
@Version("1.0.0")
package org.vinculum.acpi.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
