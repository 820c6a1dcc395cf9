/// The web console of a run, behind a login; our page in it shows machines and swaps their models.
package org.vinculum.console;
