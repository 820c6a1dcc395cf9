/// Measures how fast guest commands, register accesses and whole cycles of a driver are through a virtual SMMU.
package org.vinculum.guest.queue;
