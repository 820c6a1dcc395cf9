/// Whose turn it is, and how somebody learns that there is work.
package org.vinculum.hypervisor.machine.turn;
