/// A driver of an SMMUv3 that asks of its hardware what Linux's asks: the same registers in the same order, the same commands
/// for the same occasions. Written from the observable behaviour of that driver; it reaches its hardware through
/// [GuestHardware] alone.
package org.vinculum.guest.driver;
