/// PCI functions that do DMA when their registers say so, for a guest that tries out its SMMU.
package org.vinculum.qemu.vdma;
