/// One verb, one answer: a framework whose bundles are on the class path and whose storage is thrown away.
package org.vinculum.launcher.oneshot;
