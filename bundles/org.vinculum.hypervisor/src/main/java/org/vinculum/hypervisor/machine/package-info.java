/// A machine: physical SMMUs, domains, and the work that goes on between them.
package org.vinculum.hypervisor.machine;
