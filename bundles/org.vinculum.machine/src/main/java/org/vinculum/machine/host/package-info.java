/// From the description of a host to the description of a machine.
package org.vinculum.machine.host;
