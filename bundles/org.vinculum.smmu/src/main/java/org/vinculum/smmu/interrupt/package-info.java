/// How the model calls for attention: global errors, wired interrupts and messages.
package org.vinculum.smmu.interrupt;
