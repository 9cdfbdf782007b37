package dev.instar.run;

/**
 * How a migrating session can be recognised by others.
 *
 * @param id its number at the server
 * @param application what it calls itself; names the run
 */
record SessionName(long id, String application) {

    /** As servers keep it: they put something else for whatever is not ASCII. */
    static String of(Run run) {
        return (Run.sessionName(run.id()) + " " + run.by()).replaceAll("[^ -~]", "?");
    }
}
