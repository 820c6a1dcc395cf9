/// Where everything is in the guest's physical address space.
package org.vinculum.qemu.layout;
