package org.vinculum.viommu.stream;

import org.vinculum.domain.HostSmmu;

/// How many host commands may still be caused in one go, and whose ring stands in the way of more.
///
/// A step asks [#allows] before it begins, and says with [#spend] what it took, or with [#effort] that it took none. It is never
/// interrupted, so the last one may take more than is left.
public final class Budget {
    private int left;
    private int used;
    private int given;
    private boolean charged;
    private HostSmmu full;
    private int wanted;

    /// @param commands at least 1
    public void start(int commands) {
        left = commands;
        used = 0;
        given = 0;
    }

    /// Whether anything is left.
    public boolean left() {
        return left > 0;
    }

    /// How many host commands are left; none is said by 0 or less.
    public int most() {
        return left;
    }

    /// What has been spent since [#start].
    public int used() {
        return used;
    }

    /// Whether a step may begin: something is left, and a host has room for all of it.
    ///
    /// @param commands the most it gives to the host
    public boolean allows(HostSmmu host, int commands) {
        if (left <= 0) {
            return false;
        }
        if (host.room() < commands) {
            refused(host, commands);
            return false;
        }
        return true;
    }

    /// A step could not begin, because a host had no room.
    ///
    /// @param commands that it had to have room for
    public void refused(HostSmmu host, int commands) {
        full = host;
        wanted = commands;
    }

    /// What of it hosts have got.
    public int given() {
        return given;
    }

    /// A step that gave nothing to a host, but had to look, costs one.
    public void effort() {
        charge(1);
    }

    /// @param commands that a step took, at least 1
    public void spend(int commands) {
        given += commands;
        charge(commands);
    }

    private void charge(int commands) {
        used += commands;
        left -= commands;
        charged = true;
    }

    /// A guest command begins.
    public void begin() {
        charged = false;
    }

    /// A guest command ends: it costs one at least, however it was sliced.
    public void end() {
        if (!charged) {
            effort();
        }
    }

    /// Whether what was refused for lack of room would be refused again.
    public boolean blocked() {
        if (full != null && full.room() >= wanted) {
            full = null;
        }
        return full != null;
    }
}
