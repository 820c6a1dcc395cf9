/// Events on their way to software, and transactions that wait for it.
package org.vinculum.smmu.fault;
