/// What an SMMU says of itself, and the variants of it that we bring along.
package org.vinculum.smmu.profile;
