/// From the nodes of a table to the platform, with the rules that Linux follows where a table is ambiguous.
package org.vinculum.acpi.iort.topology;
