package org.vinculum.swap.register;

/// Where the register of a name is.
///
/// @param name as a saved state has it
/// @param offset in the frame
/// @param width in bytes, 4 or 8
public record Place(String name, long offset, int width) {
    boolean overlaps(long from, int length) {
        return offset < from + length && from < offset + width;
    }
}
