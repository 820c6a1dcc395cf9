package org.vinculum.commands.verb;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The options that several verbs have, with one name and one wording.
public final class Options {
    public static final String JSON = "--json";
    public static final String MAX_SIZE = "--max-size";

    private static final int WIDTH = 100;

    private Options() {}

    /// A description in the layout that all verbs share.
    ///
    /// @param synopsis may have several lines
    /// @param example one that works, as typed
    public static CommandSpec command(String name, String synopsis, String example) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .customSynopsis(synopsis.split("\n", -1))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .footerHeading("%nExample:%n")
                .footer("  " + example);
        return spec;
    }

    public static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("show this text")
                .build();
    }

    public static OptionSpec json() {
        return flag("the report as one JSON document", JSON);
    }

    public static OptionSpec maxSize() {
        return value(
                "SIZE",
                "the most bytes an input may have, 16M unless given; K, M and G are powers of 1024",
                MAX_SIZE);
    }

    public static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names).type(boolean.class).description(description).build();
    }

    public static OptionSpec value(String label, String description, String... names) {
        return valued(label, description, names).build();
    }

    public static OptionSpec required(String label, String description, String... names) {
        return valued(label, description, names).required(true).build();
    }

    public static PositionalParamSpec parameter(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .type(String.class)
                .required(true)
                .description(description)
                .build();
    }

    public static PositionalParamSpec firmware() {
        return parameter(
                0,
                "FIRMWARE",
                "a DTB, a DTS, an IORT table, or a folder such as /sys/firmware; recognised by"
                        + " content");
    }

    /// What the user gave for an option, `null` when absent.
    public static String text(ParseResult given, String option) {
        return given.matchedOptionValue(option, (String) null);
    }

    public static boolean isSet(ParseResult given, String option) {
        return given.hasMatchedOption(option);
    }

    private static OptionSpec.Builder valued(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description);
    }
}
