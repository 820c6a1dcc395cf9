/// What a platform that stays needs around FileInstall: the log where one can see it, the hash of what is deployed, and
/// the folder with configuration.
package org.vinculum.deploy;
