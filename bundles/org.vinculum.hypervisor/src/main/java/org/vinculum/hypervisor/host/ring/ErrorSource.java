package org.vinculum.hypervisor.host.ring;

/// Says whether the SMMU may have raised a global error since it was last asked.
@FunctionalInterface
public interface ErrorSource {
    boolean take();
}
