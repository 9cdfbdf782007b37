package dev.instar.boot.actuate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** A request whose body is no JSON, or no object of texts: nothing of Instar's is asked before that is found out. */
final class UnreadableRequest {

    /** How the handler of an operation calls itself. */
    private static final String HANDLER = "Actuator web endpoint 'migrations'";

    /** A {@link Refusal}, in writing: there may be nobody here who could write one. */
    static final byte[] ANSWER =
            """
            {"problem":"The body of the request is not a JSON object whose values are texts, numbers and booleans.",\
            "action":"%s"}""".formatted(WriteRequest.EXAMPLE.replace("\"", "\\\"")).getBytes(StandardCharsets.UTF_8);

    private UnreadableRequest() {}

    static boolean isOurs(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                && HANDLER.equals(method.getBean().toString());
    }
}
