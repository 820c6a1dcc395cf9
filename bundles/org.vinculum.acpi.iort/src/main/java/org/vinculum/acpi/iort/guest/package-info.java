/// The tables that guests get.
package org.vinculum.acpi.iort.guest;
