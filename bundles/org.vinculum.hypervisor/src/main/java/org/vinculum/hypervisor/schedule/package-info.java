/// Whose turn it is at the hardware's command queues, and how long others had to wait.
package org.vinculum.hypervisor.schedule;
