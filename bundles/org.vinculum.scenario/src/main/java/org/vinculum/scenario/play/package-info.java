/// Plays scenarios: does what their lines say and compares.
package org.vinculum.scenario.play;
