/// The life of a run's machine: found, taken into operation, kept at work, ended.
package org.vinculum.machine.run;
