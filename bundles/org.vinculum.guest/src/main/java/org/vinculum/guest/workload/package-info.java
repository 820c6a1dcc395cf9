/// What guests do with their virtual SMMU: one that behaves well, and those that flood it.
package org.vinculum.guest.workload;
