/// QEMU as a child process: its command line, its files, what it prints, its certain end.
package org.vinculum.qemu.process;
