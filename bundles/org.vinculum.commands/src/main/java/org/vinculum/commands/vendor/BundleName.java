package org.vinculum.commands.vendor;

import java.util.Locale;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.vinculum.commands.verb.UsageException;

/// What a new bundle is called.
///
/// @param symbolicName as OSGi Core 8, 1.3.2 has it
/// @param packageName of its Java code
record BundleName(String symbolicName, String packageName) {
    private static final int LONGEST = 100;
    private static final String OURS = "org.vinculum";

    /// @throws UsageException for a name that OSGi or Java would refuse, or that is the platform's own
    static BundleName of(String symbolicName, Optional<String> packageName) {
        refuseUnless(
                isSymbolicName(symbolicName),
                "a symbolic name such as com.acme.smmu",
                symbolicName);
        refuseUnless(
                !symbolicName.equals(OURS) && !symbolicName.startsWith(OURS + "."),
                "a name outside org.vinculum, which is the platform's own",
                symbolicName);
        String code = packageName.orElse(symbolicName.replace('-', '_'));
        if (packageName.isEmpty() && !isPackage(code)) {
            throw new UsageException(
                    "the name " + symbolicName + " gives no Java package; say one with --package");
        }
        refuseUnless(isPackage(code), "a Java package such as com.acme.smmu", code);
        return new BundleName(symbolicName, code);
    }

    /// The name where only lower-case letters, digits and hyphens may stand.
    String hyphened() {
        return symbolicName.replace('.', '-').replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static void refuseUnless(boolean fits, String expected, String found) {
        if (!fits) {
            throw new UsageException("expected " + expected + ", found '" + found + "'");
        }
    }

    private static boolean isSymbolicName(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        char before = '.';
        for (char at : (name + ".").toCharArray()) {
            boolean dot = at == '.';
            if (dot && before == '.' || !dot && !isTokenPart(at) || before == '.' && at == '-') {
                return false;
            }
            before = at;
        }
        return true;
    }

    private static boolean isTokenPart(char at) {
        return at >= 'a' && at <= 'z'
                || at >= 'A' && at <= 'Z'
                || at >= '0' && at <= '9'
                || at == '_'
                || at == '-';
    }

    // ASCII alone, because a package is a folder's name too; java. can be loaded by nobody but the
    // JDK
    private static boolean isPackage(String name) {
        return isSymbolicName(name)
                && SourceVersion.isName(name, SourceVersion.RELEASE_25)
                && !name.equals("java")
                && !name.startsWith("java.");
    }
}
