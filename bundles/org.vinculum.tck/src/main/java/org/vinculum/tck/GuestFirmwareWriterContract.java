package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.OutputFile;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.tck.random.Guests;
import org.vinculum.tck.random.Seeds;

/// What a writer of a guest's firmware has to do.
@Timeout(120)
public abstract class GuestFirmwareWriterContract {
    protected abstract GuestFirmwareWriter writer();

    /// A reader of the same format, where there is one, so that what is written can be read.
    protected Optional<FirmwareReader> reader() {
        return Optional.empty();
    }

    @Test
    public void theFormatIsAWordOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(writer().format()), writer().format());
    }

    @Test
    public void theFileHasANameWithoutFoldersAndSomethingInIt() {
        OutputFile file = writer().write(Guests.sample());

        assertTrue(Wording.isSentence(file.name()) && !file.name().contains("/"), file.name());
        assertTrue(file.content().length > 0);
    }

    @Test
    public void theSameGuestGivesTheSameBytes() {
        GuestFirmwareWriter writer = writer();
        Seeds.each(
                100,
                random -> {
                    Guest guest = Guests.of(random);
                    byte[] first = writer.write(guest).content();

                    assertArrayEquals(first, writer.write(guest).content());
                    assertArrayEquals(first, writer().write(guest).content());
                });
    }

    @Test
    public void differentGuestsAreDescribedDifferently() {
        HexFormat hex = HexFormat.of();
        Guest sample = Guests.sample();
        Guest other = new Guest(sample.smmus(), sample.bridge(), List.of(), sample.messageWindow());

        assertNotEquals(
                hex.formatHex(writer().write(sample).content()),
                hex.formatHex(writer().write(other).content()));
    }

    @Test
    public void whatIsWrittenCanBeRead() {
        reader().ifPresent(
                        reader -> Seeds.each(100, random -> readBack(reader, Guests.of(random))));
    }

    private void readBack(FirmwareReader reader, Guest guest) {
        OutputFile file = writer().write(guest);
        InputFile input = InputFile.of(file.name(), file.content());
        assertTrue(reader.recognises(input));
        Firmware firmware = reader.read(input);
        Platform platform = firmware.platform();
        assertEquals(List.of(), firmware.findings());
        assertEquals(guest.smmus().size(), platform.iommus().size());
        assertEquals(
                guest.devices().stream().map(device -> device.streams().size()).toList(),
                platform.masters().stream().map(Master::streams).map(List::size).toList());
        assertEquals(
                guest.devices().stream()
                        .flatMap(device -> device.streams().stream())
                        .map(GuestFirmwareWriter.Stream::vsid)
                        .toList(),
                platform.masters().stream()
                        .flatMap(master -> master.streams().stream())
                        .map(use -> use.stream().id())
                        .toList());
    }
}
