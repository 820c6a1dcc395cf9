/// The services over the IO remapping table; each wires logic that lies in a package below.
package org.vinculum.acpi.iort;
