/// The physical SMMUs of a machine: who has which stream, and the devices in front.
package org.vinculum.hypervisor.machine.physical;
