/// Looks at the components of a start that did not finish and says what each is waiting for.
package org.vinculum.diagnosis;
