/// What the model remembers of tables, and what makes it forget.
package org.vinculum.smmu.cache;
