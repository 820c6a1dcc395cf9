/// Counts what a live guest does to its SMMU, from outside: decorators that the SMMU does not know of.
package org.vinculum.qemu.meter;
