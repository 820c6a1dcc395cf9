/// `vinculum run`: the platform in a folder of the user's, until it is told to end.
package org.vinculum.launcher.run;
