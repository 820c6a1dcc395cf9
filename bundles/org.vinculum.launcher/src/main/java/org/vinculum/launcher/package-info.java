/// Starts Felix from the install lists of a distribution: once for a verb, or to stay until it is told to end.
///
/// Runs on the class path, outside the framework; the bundles are reached through services whose types are the JDK's.
package org.vinculum.launcher;
