/// Which models stand for the physical SMMUs of a machine, as models come and go.
package org.vinculum.hypervisor.machine.swap;
