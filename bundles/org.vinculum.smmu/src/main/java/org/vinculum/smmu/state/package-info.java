/// Taking the state of a model out and putting it into another.
package org.vinculum.smmu.state;
