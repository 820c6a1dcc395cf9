package org.vinculum.commands.verb;

/// A verb needs a service that no active bundle gives; exit code 3, with the contract and its usual bundle named.
public final class MissingPartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingPartException(String message) {
        super(message);
    }

    static MissingPartException of(Class<?> contract) {
        return new MissingPartException(
                "no active bundle provides "
                        + contract.getName()
                        + "; it comes with "
                        + usualProvider(contract.getSimpleName()));
    }

    private static String usualProvider(String contract) {
        return switch (contract) {
            case "FirmwareReader", "DeviceTreeCodec", "Overlays", "InPlaceOverlays", "TreeDiff" ->
                    "org.vinculum.devicetree";
            case "IortCodec" -> "org.vinculum.acpi.iort";
            case "FirmwareCheck" -> "org.vinculum.checks";
            case "GuestBinder", "Dom0Describer" -> "org.vinculum.toolstack";
            case "IommuModelFactory" -> "org.vinculum.smmu";
            case "ScenarioPlayer" -> "org.vinculum.scenario";
            case "Benchmark" -> "org.vinculum.guest";
            case "LiveGuest", "GuestSmmuType" -> "org.vinculum.qemu";
            case "PlatformDrawing" -> "org.vinculum.drawing";
            default -> "a bundle of its vendor";
        };
    }
}
