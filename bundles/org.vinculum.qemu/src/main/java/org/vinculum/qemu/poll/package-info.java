/// One thread that looks after everything a guest may have changed.
package org.vinculum.qemu.poll;
