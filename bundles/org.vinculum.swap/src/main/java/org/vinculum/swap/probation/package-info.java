/// What is remembered of a model that has just taken over, so that its predecessor can take over again.
package org.vinculum.swap.probation;
