/// Writes scenario files, of lines that the package `file` reads.
package org.vinculum.scenario.recording;
