/// The guest's command queue: what its commands may be, and what becomes of them on the physical SMMUs.
package org.vinculum.viommu.command;
