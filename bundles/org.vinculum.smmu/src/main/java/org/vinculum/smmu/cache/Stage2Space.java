package org.vinculum.smmu.cache;

import org.vinculum.smmu.table.Stage2;

/// The intermediate addresses that a stage 2 translates, and what is cached of its tables.
public final class Stage2Space extends CachedSpace {
    private final Stage2 stage;

    Stage2Space(Stage2 stage, Tags tags) {
        super(stage.vmid(), tags);
        this.stage = stage;
    }

    public Stage2 stage() {
        return stage;
    }
}
