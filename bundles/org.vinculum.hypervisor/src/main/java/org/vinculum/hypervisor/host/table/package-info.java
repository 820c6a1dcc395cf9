/// The stream table of a physical SMMU, and how an entry changes under running transactions.
package org.vinculum.hypervisor.host.table;
