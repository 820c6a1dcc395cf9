/// A table as JSON, with names where the specification has them.
package org.vinculum.acpi.iort.json;
