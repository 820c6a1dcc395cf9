/// The seam between what a guest reads and writes and what is done about it.
package org.vinculum.viommu.work;
