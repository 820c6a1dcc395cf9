package org.vinculum.commands.linux;

import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;

/// A way to have an SMMU that is only looked at.
public record FakeSmmuType(String name) implements GuestSmmuType {
    @Override
    public String title() {
        return "made up";
    }

    @Override
    public GuestSmmu create(GuestSmmuDescription description) {
        throw new UnsupportedOperationException();
    }
}
