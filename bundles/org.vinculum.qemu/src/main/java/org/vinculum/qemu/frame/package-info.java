/// The register frame of an SMMU as memory that a guest shares: what it writes is found by looking.
package org.vinculum.qemu.frame;
