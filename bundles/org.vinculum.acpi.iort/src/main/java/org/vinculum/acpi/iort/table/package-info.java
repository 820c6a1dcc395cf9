/// A table as bytes: read field by field, written to its place, laid out anew.
package org.vinculum.acpi.iort.table;
