/// What the registers say, decoded, for those who have to act on it.
package org.vinculum.smmu.control;
