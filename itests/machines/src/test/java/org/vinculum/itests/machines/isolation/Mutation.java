package org.vinculum.itests.machines.isolation;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Changes one call in a class of the hypervisor, the virtual SMMU or the swap: a fixed answer takes its place, or a defect.
///
/// @param in the class that calls, below `org.vinculum`
/// @param within the method that calls
/// @param owner simple name of the class that is called
/// @param method that is called
/// @param which of these calls, from 0; -1 for all
/// @param answer instead, 0 also standing for null
/// @param defects class with the method `defect`
/// @param defect that is called instead, with the object first; empty for none
record Mutation(
        String in,
        String within,
        String owner,
        String method,
        int which,
        long answer,
        Class<?> defects,
        String defect) {
    /// Leaves all such calls out.
    static Mutation without(String in, String within, String owner, String method) {
        return new Mutation(in, within, owner, method, -1, 0, Defects.class, "");
    }

    Mutation answering(long instead) {
        return new Mutation(in, within, owner, method, which, instead, defects, defect);
    }

    Mutation only(int one) {
        return new Mutation(in, within, owner, method, one, answer, defects, defect);
    }

    Mutation calling(String instead) {
        return calling(Defects.class, instead);
    }

    /// @param others where the defect is
    Mutation calling(Class<?> others, String instead) {
        return new Mutation(in, within, owner, method, which, answer, others, instead);
    }

    String target() {
        return "org.vinculum." + in;
    }

    /// @throws IllegalStateException when there is no such call any more, so that there is nothing to show
    byte[] applied(byte[] original) {
        ClassFile tool = ClassFile.of();
        int[] counts = {0, 0};
        byte[] changed =
                tool.transformClass(
                        tool.parse(original),
                        ClassTransform.transformingMethodBodies(
                                caller -> caller.methodName().equalsString(within),
                                (builder, element) -> replace(builder, element, counts)));
        if (counts[1] == 0) {
            throw new IllegalStateException(
                    in + " does not call " + owner + "." + method + ": choose another defect");
        }
        return changed;
    }

    /// @param counts calls seen, and calls replaced
    private void replace(CodeBuilder builder, CodeElement element, int[] counts) {
        if (element instanceof InvokeInstruction call && isIt(call)) {
            int number = counts[0]++;
            if (which < 0 || which == number) {
                counts[1]++;
                replace(builder, call);
                return;
            }
        }
        builder.with(element);
    }

    private boolean isIt(InvokeInstruction call) {
        String called = call.owner().asInternalName();
        return call.name().equalsString(method)
                && called.substring(called.lastIndexOf('/') + 1).equals(owner);
    }

    private void replace(CodeBuilder builder, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        boolean onObject = call.opcode() != Opcode.INVOKESTATIC;
        if (!defect.isEmpty()) {
            builder.invokestatic(
                    ClassDesc.of(defects.getName()),
                    defect,
                    onObject ? type.insertParameterTypes(0, ConstantDescs.CD_Object) : type);
            return;
        }
        for (int i = type.parameterCount() - 1; i >= 0; i--) {
            pop(builder, type.parameterType(i));
        }
        if (onObject) {
            builder.pop();
        }
        push(builder, type.returnType());
    }

    private static void pop(CodeBuilder builder, ClassDesc type) {
        if (TypeKind.from(type).slotSize() == 2) {
            builder.pop2();
        } else {
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
}
