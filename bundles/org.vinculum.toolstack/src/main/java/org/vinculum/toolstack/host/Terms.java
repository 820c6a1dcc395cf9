package org.vinculum.toolstack.host;

/// What messages call the parts of a machine, by the format that describes it.
///
/// @param device what a platform device is
/// @param requesterMap what turns requester IDs of a bus into stream IDs
public record Terms(String device, String requesterMap) {
    private static final Terms DEVICE_TREE = new Terms("node of the host", "iommu-map");
    private static final Terms IORT =
            new Terms("named component of the host's IORT with a stream ID", "ID mappings");
    private static final Terms OTHER = new Terms("device of the host", "ID map");

    /// @param format the [org.vinculum.firmware.FirmwareReader#format()]
    public static Terms of(String format) {
        return switch (format) {
            case "devicetree" -> DEVICE_TREE;
            case "iort" -> IORT;
            default -> OTHER;
        };
    }
}
