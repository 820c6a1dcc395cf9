package org.vinculum.console.login;

/// What of a request decides whether it is answered; null for a header that is not there.
///
/// @param host the header `Host`
/// @param origin the header `Origin`
/// @param site the header `Sec-Fetch-Site`
/// @param authorization the header `Authorization`
public record Asked(String host, String origin, String site, String authorization) {}
