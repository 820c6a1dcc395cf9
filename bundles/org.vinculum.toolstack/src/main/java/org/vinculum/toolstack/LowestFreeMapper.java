package org.vinculum.toolstack;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.Binding;
import org.vinculum.binding.IdMapper;
import org.vinculum.toolstack.mapping.LowestFree;

/// The ID mapper used unless a higher ranked one is installed.
@Component(name = "org.vinculum.toolstack.mapper")
@Capability(namespace = "vinculum.contract", name = "id.mapper", version = "1.0")
public final class LowestFreeMapper implements IdMapper {
    @Override
    public String name() {
        return "lowest-free";
    }

    @Override
    public Binding map(Assignment assignment) {
        return LowestFree.map(assignment);
    }
}
