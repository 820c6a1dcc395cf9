/// The little that a swap has to know of an SMMUv3's registers.
package org.vinculum.swap.register;
