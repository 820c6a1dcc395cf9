/// The domain that has whatever no guest has.
package org.vinculum.machine.dom0;
