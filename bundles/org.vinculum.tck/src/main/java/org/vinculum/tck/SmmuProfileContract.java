package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.VendorPart;
import org.vinculum.tck.random.Seeds;

/// What a variant of the SMMUv3 and its vendor's part have to do, whatever engine models it. The model made of it is tested by
/// [SmmuV3ModelContract].
@Timeout(60)
public abstract class SmmuProfileContract {
    private static final Set<String> IDENTIFICATION =
            Set.of(
                    "IDR0", "IDR1", "IDR2", "IDR3", "IDR4", "IDR5", "IDR6", "IIDR", "AIDR", "PIDR0",
                    "PIDR1", "PIDR2", "PIDR3", "PIDR4", "PIDR5", "PIDR6", "PIDR7");

    private static final SortedMap<String, String> RESET = new TreeMap<>();

    protected abstract SmmuProfile profile();

    @Test
    public void theNameIsAWordOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(profile().name()), profile().name());
    }

    @Test
    public void theTitleIsForPeople() {
        assertTrue(Wording.isSentence(profile().title()), profile().title());
    }

    @Test
    public void whatItSaysStaysTheSame() {
        SmmuProfile profile = profile();

        assertEquals(profile.name(), profile.name());
        assertEquals(profile.identification(), profile.identification());
        assertEquals(profile.errata(), profile.errata());
        assertEquals(profile.caches(), profile.caches());
        assertNotNull(profile.errata());
        assertNotNull(profile.caches());
    }

    @Test
    public void identificationRegistersAreTheArchitecturesAndHave32Bits() {
        profile()
                .identification()
                .forEach((name, value) -> {
                    assertTrue(IDENTIFICATION.contains(name), name);
                    assertEquals(0, value >>> 32, name);
                });
    }

    @Test
    public void itTranslatesAtOneStageAtLeast() {
        long idr0 = profile().identification().getOrDefault("IDR0", 0L);

        assertTrue((idr0 & 3) != 0, "IDR0.S1P or IDR0.S2P");
    }

    @Test
    public void whateverIsInACommandIsAnswered() {
        profile()
                .vendorCommands()
                .ifPresent(commands ->
                        Seeds.each(200, random -> commands.execute(command(random), word(random))));
    }

    private VendorPart part() {
        var part = profile().vendorPart();
        assumeTrue(part.isPresent(), "no part of a vendor's own");
        return part.orElseThrow();
    }

    private static long command(SplittableRandom random) {
        return 0x80 + random.nextInt(16) | random.nextLong() & -256L;
    }

    private static long word(SplittableRandom random) {
        return random.nextBoolean() ? random.nextLong() : random.nextLong(64);
    }

    private static List<Integer> offsets() {
        List<Integer> offsets = new ArrayList<>();
        for (int offset = 0xe00; offset < 0xf00; offset += 4) {
            offsets.add(offset);
        }
        for (int offset = 0x1000; offset < 0x4000; offset += 4) {
            offsets.add(offset);
        }
        return offsets;
    }

    private static List<Integer> frame(VendorPart part) {
        return offsets().stream().map(part::read).toList();
    }

    private static void use(SplittableRandom random, VendorPart part) {
        for (int offset : offsets()) {
            if (random.nextInt(3) != 0) {
                part.write(offset, (int) word(random));
            }
        }
        for (int i = 0; i < 50; i++) {
            part.execute(command(random), word(random));
        }
    }

    @Test
    public void thePartsNameIsAWordAndStaysTheSame() {
        VendorPart part = part();

        assertTrue(Wording.isName(part.name()), part.name());
        assertEquals(part.name(), part().name());
    }

    @Test
    public void everySmmuHasAPartOfItsOwn() {
        SmmuProfile profile = profile();
        assumeTrue(profile.vendorPart().isPresent(), "no part of a vendor's own");
        VendorPart used = profile.vendorPart().orElseThrow();
        VendorPart other = profile.vendorPart().orElseThrow();
        List<Integer> before = frame(other);

        assertNotSame(used, other);
        use(new SplittableRandom(1), used);

        assertEquals(before, frame(other));
        assertEquals(RESET, other.save());
    }

    @Test
    public void nothingIsInUseAfterReset() {
        assertEquals(RESET, part().save());
    }

    @Test
    public void readingHasNoEffect() {
        part();
        Seeds.each(
                5,
                random -> {
                    VendorPart part = part();
                    use(random, part);
                    SortedMap<String, String> before = part.save();

                    assertEquals(frame(part), frame(part));

                    assertEquals(before, part.save());
                });
    }

    @Test
    public void anotherPartGoesOnWithASavedState() {
        part();
        Seeds.each(
                10,
                random -> {
                    VendorPart part = part();
                    use(random, part);
                    VendorPart other = part();
                    use(random, other);

                    other.restore(part.save());

                    assertEquals(part.save(), other.save());
                    assertEquals(frame(part), frame(other));
                    SplittableRandom next = random.split();
                    long seed = next.nextLong();
                    use(new SplittableRandom(seed), part);
                    use(new SplittableRandom(seed), other);
                    assertEquals(part.save(), other.save());
                    assertEquals(frame(part), frame(other));
                });
    }

    @Test
    public void anEmptyStateIsThatAfterReset() {
        VendorPart part = part();
        List<Integer> reset = frame(part);
        use(new SplittableRandom(2), part);

        part.restore(RESET);

        assertEquals(reset, frame(part));
        assertEquals(RESET, part.save());
    }

    @Test
    public void aStateThatItDoesNotKnowIsRefusedAndNothingChanges() {
        VendorPart part = part();
        use(new SplittableRandom(3), part);
        SortedMap<String, String> before = part.save();
        SortedMap<String, String> later = new TreeMap<>(before);
        later.put("no such value", "1");

        var refused = assertThrows(IllegalArgumentException.class, () -> part.restore(later));

        assertFalse(String.valueOf(refused.getMessage()).isBlank(), "says why");
        assertEquals(before, part.save());
    }

    @Test
    public void aStateThatMakesNoSenseIsRefusedAndNothingChanges() {
        VendorPart part = part();
        use(new SplittableRandom(4), part);
        SortedMap<String, String> before = part.save();
        for (String name : before.keySet()) {
            SortedMap<String, String> damaged = new TreeMap<>(before);
            damaged.put(name, "\u0000 not a value");

            assertThrows(IllegalArgumentException.class, () -> part.restore(damaged), name);
            assertEquals(before, part.save(), name);
        }
    }
}
