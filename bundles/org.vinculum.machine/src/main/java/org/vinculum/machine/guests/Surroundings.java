package org.vinculum.machine.guests;

import java.util.Optional;
import java.util.function.Supplier;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.InputFile;
import org.vinculum.machine.news.News;

/// What every guest of a machine has around it.
///
/// @param host the description that guests are bound to
/// @param binder the best there is at the moment of use
/// @param doorbell whether the machine has a message frame
public record Surroundings(
        InputFile host,
        Supplier<Optional<GuestBinder>> binder,
        Tenants tenants,
        boolean doorbell,
        News news) {}
