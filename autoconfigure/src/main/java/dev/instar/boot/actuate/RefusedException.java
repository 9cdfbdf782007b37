package dev.instar.boot.actuate;

import dev.instar.revision.InstarException;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** A request is not carried out; thrown to get from where that is found out to where it is answered. */
final class RefusedException extends RuntimeException {

    private static final int CONFLICT = 409;

    private final transient Refusal refusal;
    private final int status;

    private RefusedException(Refusal refusal, int status) {
        super(refusal.problem(), null, false, false);
        this.refusal = refusal;
        this.status = status;
    }

    /** It makes no sense. */
    static RefusedException invalid(String problem, String action) {
        return new RefusedException(new Refusal(problem, action, null), WebEndpointResponse.STATUS_BAD_REQUEST);
    }

    /** It makes no sense. */
    static RefusedException invalid(InstarException reason) {
        return invalid(reason.description().strip(), reason.action());
    }

    /** It cannot be done to the database as it is. */
    static RefusedException conflict(InstarException reason) {
        return new RefusedException(new Refusal(reason.description().strip(), reason.action(), null), CONFLICT);
    }

    /** Somebody else goes first. */
    static RefusedException busy(Refusal refusal) {
        return new RefusedException(refusal, CONFLICT);
    }

    /** Nobody knows how the database stands. */
    static RefusedException unreachable(String problem) {
        return new RefusedException(
                new Refusal(problem, "Try again when it can be reached.", null),
                WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
    }

    WebEndpointResponse<?> answer() {
        return new WebEndpointResponse<>(refusal, status);
    }
}
