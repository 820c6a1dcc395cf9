/// What a machine does, as events of the JDK's flight recorder. Nothing is gathered unless a recording asks for it.
package org.vinculum.hypervisor.recording;
