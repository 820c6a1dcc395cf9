/// Writes down what happens in front of an SMMU as a scenario: a plain model beside it, its twin, is driven in lockstep on a copy
/// of the memory it looks at, so that what is written is what a replay does.
package org.vinculum.qemu.trace;
