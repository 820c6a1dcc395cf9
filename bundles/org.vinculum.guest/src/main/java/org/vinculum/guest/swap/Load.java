package org.vinculum.guest.swap;

/// What is going on while models are swapped.
///
/// @param streams that work, all guests together
/// @param stalled transactions that wait, all guests together
public record Load(int streams, int stalled) {
    String title() {
        return streams + " streams, " + stalled + " stalled";
    }
}
