package org.vinculum.devicetree.json;

/// Which names a blob can hold.
final class Names {
    private Names() {}

    /// One byte a character and no NUL or slash, which would end the name or the path.
    static boolean isWritable(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == 0 || c == '/' || c > 0xff) {
                return false;
            }
        }
        return true;
    }
}
