/// Stock guests in a stock QEMU.
package org.vinculum.qemu;
