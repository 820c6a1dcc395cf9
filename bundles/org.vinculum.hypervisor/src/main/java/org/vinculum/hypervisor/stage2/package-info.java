/// Stage 2 of domains: translation tables in the machine's memory, how stream table entries name them, which SMMUs can use
/// them, and VMIDs.
package org.vinculum.hypervisor.stage2;
