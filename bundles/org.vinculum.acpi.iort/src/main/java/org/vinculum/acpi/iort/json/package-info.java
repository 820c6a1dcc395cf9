/// IO remapping tables as JSON: readable, hand-written or with every byte (`docs/iort.schema.json`).
package org.vinculum.acpi.iort.json;
