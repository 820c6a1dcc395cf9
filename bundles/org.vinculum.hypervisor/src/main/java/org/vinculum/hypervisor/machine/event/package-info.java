/// The way of a physical SMMU's records to the domain that has the stream.
package org.vinculum.hypervisor.machine.event;
