/// The hypervisor as a service; finds models, virtual IOMMUs and policies at the moment of use.
package org.vinculum.hypervisor;
