package dev.instar.run;

/** What lies at the bottom of a failure. */
final class Innermost {

    private Innermost() {}

    /** The first line that the innermost of its causes says that says anything, without its full stop. */
    static String words(Throwable failure) {
        String text = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage();
            text = said == null || said.isBlank() ? text : said;
        }
        String line = text.strip().lines().findFirst().orElse(text);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
