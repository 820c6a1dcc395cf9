/// Domains: their memory, their virtual IOMMUs and their streams.
package org.vinculum.hypervisor.guest;
