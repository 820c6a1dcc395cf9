/// Files as they look from outside.
package org.vinculum.machine.file;
