package org.vinculum.qemu.meter;

import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.ImplementationDefined;
import org.vinculum.smmu.spec.command.OtherInterface;
import org.vinculum.smmu.spec.command.Reserved;

/// What the architecture calls a command (IHI 0070, 4.1.1): the types of [Command] have these names in Java's way of writing.
final class CommandNames {
    private CommandNames() {}

    /// @param opcode 8 bits
    /// @return without `CMD_`; the number in hexadecimal where the Non-secure interface has no name for it
    static String of(int opcode) {
        Command command = Command.decode(opcode, 0);
        return switch (command) {
            case ImplementationDefined _, OtherInterface _, Reserved _ ->
                    "0x" + Integer.toHexString(opcode);
            default -> upperCase(command.getClass().getSimpleName());
        };
    }

    private static String upperCase(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (i > 0 && Character.isUpperCase(letter)) {
                text.append('_');
            }
            text.append(Character.toUpperCase(letter));
        }
        return text.toString();
    }
}
