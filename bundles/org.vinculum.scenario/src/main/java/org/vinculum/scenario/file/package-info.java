/// Reads scenario files: untrusted text in, lines out.
package org.vinculum.scenario.file;
