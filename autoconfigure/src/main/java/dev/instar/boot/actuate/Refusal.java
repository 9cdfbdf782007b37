package dev.instar.boot.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint answers to a request that changes nothing, because it makes no sense or comes at the wrong time.
 *
 * @param problem one sentence of what is in the way
 * @param action one sentence of what to do
 * @param running the run that goes first, when there is one
 */
public record Refusal(
        String problem, String action, @Nullable RunDescriptor running) implements OperationResponseBody {}
