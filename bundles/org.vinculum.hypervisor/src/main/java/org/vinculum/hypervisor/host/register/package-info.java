/// Registers of a physical SMMU: what it is, and how it is brought up.
package org.vinculum.hypervisor.host.register;
