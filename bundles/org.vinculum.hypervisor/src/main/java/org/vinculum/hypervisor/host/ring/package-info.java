/// The command queue of a physical SMMU: what is in it, what is complete, and how it goes on after an error.
package org.vinculum.hypervisor.host.ring;
