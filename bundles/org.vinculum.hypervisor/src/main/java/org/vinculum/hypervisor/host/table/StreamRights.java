package org.vinculum.hypervisor.host.table;

/// What the device of a stream may do beside plain transactions.
///
/// @param trusted it is believed to use translated addresses that it was given, and no others
/// @param stalls its faulting transactions may wait for the domain
public record StreamRights(boolean trusted, boolean stalls) {}
