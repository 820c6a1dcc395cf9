/// Devices that issue DMA: they copy, read and write through their SMMU, wait when they are made to, and may cache
/// translations.
package org.vinculum.guest.device;
