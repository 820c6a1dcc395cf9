/// Live guests without an emulator: a driver as Linux has it, on each kind of SMMU that a guest may get.
package org.vinculum.qemu.mode;
