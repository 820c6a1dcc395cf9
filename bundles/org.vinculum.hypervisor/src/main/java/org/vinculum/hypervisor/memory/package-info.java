/// Memory of a machine and of its guests: bytes that cost nothing until they are touched, who has which, and what answers
/// where there is no RAM.
package org.vinculum.hypervisor.memory;
