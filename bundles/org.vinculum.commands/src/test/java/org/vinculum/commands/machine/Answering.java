package org.vinculum.commands.machine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/// A contract of which only some methods answer.
final class Answering {
    private Answering() {}

    /// @param answers by the method's name: a value, or a function of the arguments
    @SuppressWarnings("unchecked")
    static <T> T as(Class<T> contract, Map<String, Object> answers) {
        InvocationHandler handler =
                (_, method, arguments) ->
                        answers.get(method.getName()) instanceof Function<?, ?> answer
                                ? ((Function<Object[], Object>) answer).apply(arguments)
                                : answers.get(method.getName());
        return contract.cast(
                Proxy.newProxyInstance(
                        contract.getClassLoader(), new Class<?>[] {contract}, handler));
    }

    static Function<Object[], Object> to(Function<Object[], Object> answer) {
        return answer;
    }
}
