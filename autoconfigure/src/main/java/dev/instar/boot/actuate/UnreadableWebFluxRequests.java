package dev.instar.boot.actuate;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Says in an application made with Spring WebFlux what is wrong with a request that cannot be read. */
final class UnreadableWebFluxRequests implements WebExceptionHandler, Ordered {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        ServerHttpResponse response = exchange.getResponse();
        if (!(failure instanceof ServerWebInputException)
                || !UnreadableRequest.isOurs(handler)
                || response.isCommitted()) {
            return Mono.error(failure);
        }
        response.setStatusCode(HttpStatus.BAD_REQUEST);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(UnreadableRequest.ANSWER)));
    }

    /** Before Boot's own, which answers everything. */
    @Override
    public int getOrder() {
        return -2;
    }
}
