/// The device tree of a guest: QEMU's own, and what is ours beside it.
package org.vinculum.qemu.tree;
