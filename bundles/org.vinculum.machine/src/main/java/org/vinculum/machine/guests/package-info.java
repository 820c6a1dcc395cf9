/// Guests that are files: a domain comes with its file, changes with it and goes with it.
package org.vinculum.machine.guests;
