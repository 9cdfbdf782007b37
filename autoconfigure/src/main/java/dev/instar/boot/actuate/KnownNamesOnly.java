package dev.instar.boot.actuate;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;

/** Looks at what a request says beside what it is asked for, which an operation never gets to see. */
final class KnownNamesOnly implements OperationInvokerAdvisor {

    private static final EndpointId MIGRATIONS = EndpointId.of("migrations");

    @Override
    public OperationInvoker apply(
            EndpointId endpoint, OperationType type, OperationParameters parameters, OperationInvoker invoker) {
        if (!endpoint.equals(MIGRATIONS) || type != OperationType.WRITE) {
            return invoker;
        }
        return context -> {
            try {
                WriteRequest.refuseUnknown(context.getArguments().keySet());
                return invoker.invoke(context);
            } catch (RefusedException refused) {
                return refused.answer();
            }
        };
    }
}
