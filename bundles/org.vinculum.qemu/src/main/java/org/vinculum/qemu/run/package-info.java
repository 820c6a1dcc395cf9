/// One run of a live guest, from what was asked for to the report.
package org.vinculum.qemu.run;
