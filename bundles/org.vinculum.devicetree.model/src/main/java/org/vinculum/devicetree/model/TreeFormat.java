package org.vinculum.devicetree.model;

/// How a device tree is written down.
public enum TreeFormat {
    /// Flattened device tree, version 17 (DTSpec 0.4, 5).
    DTB,
    /// Source text (DTSpec 0.4, 6).
    DTS,
    /// JSON, for other programs; see `docs/devicetree.schema.json`.
    JSON
}
