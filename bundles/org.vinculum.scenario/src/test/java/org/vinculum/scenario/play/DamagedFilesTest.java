package org.vinculum.scenario.play;

import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.scenario.model.PlayOptions;

/// Whatever is in a file, it is played or refused with its place.
class DamagedFilesTest {
    private static final int FILES = 5_000;
    private static final int MOST_DAMAGES = 4;
    private static final String TOKENS = "{}[]\":,-0x9afn\n\\u";

    private static final String SOUND =
            Played.SETUP
                    + """
                    {"mem":"0x40005000","words":["0x1","0xffffffffffffffff"]}
                    {"mem":"0x40005010","hex":"0102"}
                    {"peek":"0x40005000","words":["0x1"]}
                    {"read":"0x0","width":4,"expect":"0x1234","mask":"0xff"}
                    {"cmd":["0x46","0x0"],"cerror":0}
                    {"dma":"r","sid":8,"ssid":null,"addr":"0xc0000000","size":8,"fault":"stall","as":"t"}
                    {"events":[{"type":"F_TRANSLATION","sid":8,"class":"IN","stag":"$a"}]}
                    {"resume":"$a","sid":8,"action":"abort"}
                    {"outcome":"t","fault":"abort"}
                    {"dma":"w","kind":"ats","sid":8,"addr":"0x1000","pa":"0x1000","perm":"r"}
                    {"pri":8,"ssid":null,"addr":"0x5000","perm":"rw","group":3,"last":true}
                    {"priq":[{"sid":8,"group":3,"last":true}]}
                    {"irq":["evtq"]}
                    """;

    private static byte[] damaged(SplittableRandom random) {
        StringBuilder text = new StringBuilder(SOUND);
        for (int i = random.nextInt(MOST_DAMAGES); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 2 -> text.insert(at, text.substring(at, Math.min(at + 9, text.length())));
                default -> text.insert(at, (char) random.nextInt(0x100));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedFileIsPlayedOrRefusedWithItsPlace() {
        SplittableRandom seeds = new SplittableRandom(20261122);
        PlayOptions options =
                new PlayOptions(List.of(BypassModel.named("smmuv3-3.0")), Optional.empty());
        for (int i = 0; i < FILES; i++) {
            long seed = seeds.nextLong();
            InputFile file = InputFile.of("s.jsonl", damaged(new SplittableRandom(seed)));
            try {
                Player.play(file, options);
            } catch (UnreadableInputException e) {
                if (!e.getMessage().matches("s\\.jsonl:\\d+:\\d+: expected [^\n]+, found [^\n]*")) {
                    fail("seed " + seed + ": " + e.getMessage());
                }
            } catch (RuntimeException | Error e) {
                fail("seed " + seed, e);
            }
        }
    }
}
