/// What the guest is told: event and PRI queue in its memory, interrupts, completion of CMD_SYNC.
package org.vinculum.viommu.queue;
