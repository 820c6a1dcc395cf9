/// What waits for the guest's answer: stalled transactions, by the names the guest knows them by, and page requests.
package org.vinculum.viommu.stall;
