package org.vinculum.smmu.isolation;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Drops a check from a class: calls of one method are left out, and a fixed answer takes their place.
///
/// @param in simple name of the class that calls, with its package below the engine's
/// @param within the method that calls; empty for any
/// @param owner simple name of the class that is called
/// @param method that is called
/// @param answer instead, 0 also standing for null
record Mutation(String in, String within, String owner, String method, long answer) {
    private static final String ENGINE = "org.vinculum.smmu.";

    String target() {
        return ENGINE + in;
    }

    /// The class without its check.
    ///
    /// @throws IllegalStateException when there is no such call any more, so that there is nothing to show
    byte[] applied(byte[] original) {
        ClassFile tool = ClassFile.of();
        ClassModel parsed = tool.parse(original);
        int[] left = {0};
        byte[] changed =
                tool.transformClass(
                        parsed,
                        ClassTransform.transformingMethodBodies(
                                caller ->
                                        within.isEmpty()
                                                || caller.methodName().equalsString(within),
                                (builder, element) -> left[0] += replace(builder, element)));
        if (left[0] == 0) {
            throw new IllegalStateException(
                    in + " does not call " + owner + "." + method + ": choose another check");
        }
        return changed;
    }

    private int replace(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeInstruction call && isIt(call)) {
            drop(builder, call);
            push(builder, call.typeSymbol().returnType());
            return 1;
        }
        builder.with(element);
        return 0;
    }

    private boolean isIt(InvokeInstruction call) {
        return call.name().equalsString(method)
                && call.owner().asInternalName().endsWith("/" + owner);
    }

    private static void drop(CodeBuilder builder, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        for (int i = type.parameterCount() - 1; i >= 0; i--) {
            if (TypeKind.from(type.parameterType(i)).slotSize() == 2) {
                builder.pop2();
            } else {
                builder.pop();
            }
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            builder.pop();
        }
    }

    private void push(CodeBuilder builder, ClassDesc type) {
        switch (TypeKind.from(type)) {
            case VOID -> {
                // Nothing is expected.
            }
            case REFERENCE -> builder.aconst_null();
            case LONG -> builder.loadConstant(answer);
            default -> builder.loadConstant((int) answer);
        }
    }

    @Override
    public String toString() {
        return in + " without " + owner + "." + method;
    }
}
