/// Transactions on their way through an SMMU, for which a CMD_SYNC has to wait.
package org.vinculum.hypervisor.host.flight;
