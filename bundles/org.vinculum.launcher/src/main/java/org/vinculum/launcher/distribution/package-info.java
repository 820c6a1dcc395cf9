/// What a distribution offers: its features, as compiled install lists, and their jars.
package org.vinculum.launcher.distribution;
