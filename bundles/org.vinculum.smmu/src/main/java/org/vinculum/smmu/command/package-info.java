/// What the commands do, and when they are illegal.
package org.vinculum.smmu.command;
