/// The guest's RAM, as QEMU and we both have it.
package org.vinculum.qemu.memory;
