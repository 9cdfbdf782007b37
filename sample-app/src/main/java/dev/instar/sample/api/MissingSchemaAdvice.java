package dev.instar.sample.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** After a downgrade a call may ask for a table that is not there: that is a state, not a defect. */
@RestControllerAdvice
class MissingSchemaAdvice {

    @ExceptionHandler
    ProblemDetail schemaLacksWhatIsRead(BadSqlGrammarException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The schema lacks what this call reads; /actuator/migrations shows which revisions are applied.");
    }
}
