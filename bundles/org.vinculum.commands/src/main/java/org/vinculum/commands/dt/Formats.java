package org.vinculum.commands.dt;

import java.util.Locale;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.devicetree.model.TreeFormat;

/// Which format a user means, by name or by the ending of a file's name.
final class Formats {
    private Formats() {}

    /// @param option the option the name was given for, for the message
    /// @throws UsageException when it is no format
    static TreeFormat named(String option, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dts" -> TreeFormat.DTS;
            case "dtb" -> TreeFormat.DTB;
            case "json" -> TreeFormat.JSON;
            default ->
                    throw new UsageException(
                            option + " takes dts, dtb or json, not '" + name + "'");
        };
    }

    /// What the ending of `out` says; source for standard output.
    ///
    /// @throws UsageException when it says nothing
    static TreeFormat ofOutput(String out) {
        if (out.equals(Inputs.STANDARD)) {
            return TreeFormat.DTS;
        }
        String ending = out.substring(out.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "dts", "dtso", "dtsi" -> TreeFormat.DTS;
            case "dtb", "dtbo" -> TreeFormat.DTB;
            case "json" -> TreeFormat.JSON;
            default ->
                    throw new UsageException(
                            "the name '"
                                    + out
                                    + "' does not tell the format to write; give -O dts, -O dtb or"
                                    + " -O json");
        };
    }
}
