/// `new-bundle`: a working copy of the vendor example under another name.
package org.vinculum.commands.vendor;
