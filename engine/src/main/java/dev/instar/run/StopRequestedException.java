package dev.instar.run;

/** Carries the request to stop from where it was noticed to where the run can end. */
final class StopRequestedException extends RuntimeException {

    StopRequestedException() {
        super("Asked to stop.");
    }
}
