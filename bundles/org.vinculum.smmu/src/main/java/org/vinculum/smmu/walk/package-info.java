/// The way of one address through the tables of one or two stages (VMSAv8-64).
package org.vinculum.smmu.walk;
