/// Who stands in a place, as those who may stand there come and go.
package org.vinculum.hypervisor.succession;
