package org.vinculum.viommu.state;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vinculum.smmu.spec.Words;

/// Event records as text: 64 hexadecimal digits each, word 0 first, the highest digit of each word first.
public final class SavedRecords {
    private static final int WORDS = 4;
    private static final int DIGITS = 16;
    private static final int RECORD = WORDS * DIGITS;

    private SavedRecords() {}

    public static String text(List<Words> records) {
        StringBuilder text = new StringBuilder();
        for (Words record : records) {
            for (int i = 0; i < WORDS; i++) {
                text.append(HexFormat.of().toHexDigits(record.word(i)));
            }
        }
        return text.toString();
    }

    /// Whether [#records] can be asked.
    ///
    /// @param text may be null
    /// @param most records
    public static boolean readable(String text, int most) {
        return text == null
                || text.length() % RECORD == 0
                        && text.length() / RECORD <= most
                        && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /// @param text null for none
    public static List<Words> records(String text) {
        List<Words> records = new ArrayList<>();
        for (int i = 0; text != null && i < text.length(); i += RECORD) {
            long[] words = new long[WORDS];
            for (int w = 0; w < WORDS; w++) {
                int start = i + w * DIGITS;
                words[w] = HexFormat.fromHexDigitsToLong(text, start, start + DIGITS);
            }
            records.add(Words.of(words));
        }
        return records;
    }
}
