/// What a model reaches while it stands in a place, and only then.
package org.vinculum.swap.around;
