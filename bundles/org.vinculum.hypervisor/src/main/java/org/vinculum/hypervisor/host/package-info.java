/// The driver of one physical SMMUv3, through its registers and memory only.
package org.vinculum.hypervisor.host;
