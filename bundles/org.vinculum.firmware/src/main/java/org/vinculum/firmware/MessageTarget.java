package org.vinculum.firmware;

/// Where the message-signalled interrupts of a device go.
///
/// @param controller device-tree path of the MSI controller, or `IORT:0x<offset>` of an ITS group
/// @param deviceId what the controller knows the device by, 32 bits unsigned (IHI 0069, 5.2.1)
public record MessageTarget(String controller, long deviceId) {}
