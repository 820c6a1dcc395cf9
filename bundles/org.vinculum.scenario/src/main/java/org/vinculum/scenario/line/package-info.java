/// The lines of a scenario file as data.
package org.vinculum.scenario.line;
