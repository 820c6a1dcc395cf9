/// The machine of a run: made of what lies in the run's folder, with guests that come and go as files do.
package org.vinculum.machine;
