/// Who may use the console: the secret of a run, and which requests are looked at at all.
package org.vinculum.console.login;
