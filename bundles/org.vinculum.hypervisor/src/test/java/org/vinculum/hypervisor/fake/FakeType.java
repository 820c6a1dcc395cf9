package org.vinculum.hypervisor.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;

/// A further type of [FakeIommu]s, which may be made to fail.
public final class FakeType implements VirtualIommuType {
    public final List<FakeIommu> made = new ArrayList<>();
    private final String name;
    private final Consumer<FakeIommu> prepared;

    /// @param prepared sees each that is made
    public FakeType(String name, Consumer<FakeIommu> prepared) {
        this.name = name;
        this.prepared = prepared;
    }

    public FakeType(String name) {
        this(name, _ -> {});
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public VirtualIommu create(
            VirtualIommuDescription description,
            GuestSurroundings surroundings,
            List<HostSmmu> behind) {
        FakeIommu one = new FakeIommu(surroundings, behind);
        prepared.accept(one);
        made.add(one);
        return one;
    }
}
