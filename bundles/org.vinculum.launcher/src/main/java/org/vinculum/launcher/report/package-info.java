/// What the user and the developer are told when a start does not finish.
package org.vinculum.launcher.report;
