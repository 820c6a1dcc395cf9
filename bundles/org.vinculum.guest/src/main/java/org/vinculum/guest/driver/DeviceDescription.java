package org.vinculum.guest.driver;

import java.util.Arrays;
import java.util.Objects;

/// A device as firmware describes it to the driver.
///
/// @param streams at least one
/// @param substreamBits binary logarithm of the number of its substreams, 0 without any
/// @param stalls it bears to wait (`dma-can-stall`)
/// @param ats it can cache translations
public record DeviceDescription(int[] streams, int substreamBits, boolean stalls, boolean ats) {
    public DeviceDescription {
        streams = streams.clone();
        if (streams.length == 0) {
            throw new IllegalArgumentException("a device without streams");
        }
    }

    /// An ordinary device with one stream.
    public static DeviceDescription of(int... streams) {
        return new DeviceDescription(streams, 0, false, false);
    }

    @Override
    public int[] streams() {
        return streams.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceDescription that
                && Arrays.equals(streams, that.streams)
                && substreamBits == that.substreamBits
                && stalls == that.stalls
                && ats == that.ats;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(streams), substreamBits, stalls, ats);
    }
}
