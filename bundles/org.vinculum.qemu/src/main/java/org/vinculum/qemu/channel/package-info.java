/// Sockets into a running QEMU: its monitor, and the test protocol that reaches its interrupt controller.
package org.vinculum.qemu.channel;
