package org.vinculum.viommu.stream;

import org.vinculum.domain.StreamSetting;

/// A decision about a stream in a saved state.
public final class DecisionText {
    private static final String ABORT = "abort";
    private static final String BYPASS = "bypass";
    private static final String STAGE_1 = "stage1";
    private static final String BAD_ENTRY = "badEntry";
    private static final String NO_ENTRY = "noEntry";
    private static final String UNREACHABLE = "unreachable";
    private static final String ATS = "ats";
    private static final String PPAR = "ppar";
    private static final String NONE = "-";

    private DecisionText() {}

    /// A word and its numbers, with a blank between.
    public static String of(StreamDecision decision) {
        return switch (decision) {
            case StreamDecision.Valid(StreamSetting.Abort _, _) -> ABORT;
            case StreamDecision.Valid(StreamSetting.Bypass _, _) -> BYPASS;
            case StreamDecision.Valid(StreamSetting.Stage1 stage1, boolean ppar) ->
                    String.join(
                            " ",
                            STAGE_1,
                            Long.toHexString(stage1.word0()),
                            Long.toHexString(stage1.word1()),
                            stage1.ats() ? ATS : NONE,
                            ppar ? PPAR : NONE);
            case StreamDecision.Valid(StreamSetting.Invalid _, _), StreamDecision.BadEntry _ ->
                    BAD_ENTRY;
            case StreamDecision.NoEntry _ -> NO_ENTRY;
            case StreamDecision.Unreachable(long address) ->
                    UNREACHABLE + " " + Long.toHexString(address);
        };
    }

    /// What [#of] said.
    ///
    /// @return null for anything else
    public static StreamDecision read(String text) {
        String[] words = text.split(" ");
        try {
            return switch (words[0] + words.length) {
                case ABORT + 1 -> StreamDecision.Valid.of(new StreamSetting.Abort());
                case BYPASS + 1 -> StreamDecision.Valid.of(new StreamSetting.Bypass());
                case BAD_ENTRY + 1 -> new StreamDecision.BadEntry();
                case NO_ENTRY + 1 -> new StreamDecision.NoEntry();
                case UNREACHABLE + 2 -> new StreamDecision.Unreachable(number(words[1]));
                case STAGE_1 + 5 -> stage1(words);
                default -> null;
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static StreamDecision stage1(String[] words) {
        return new StreamDecision.Valid(
                new StreamSetting.Stage1(number(words[1]), number(words[2]), words[3].equals(ATS)),
                words[4].equals(PPAR));
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(text, 16);
    }
}
