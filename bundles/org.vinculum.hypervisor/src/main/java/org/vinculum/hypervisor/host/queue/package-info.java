/// The queues that a physical SMMU fills: events and page requests.
package org.vinculum.hypervisor.host.queue;
