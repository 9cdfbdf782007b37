package dev.instar.run;

/** What has taken effect of a half-done step is not what its file says now. Nothing more was executed. */
public final class FileChangedException extends StepFailedException {

    private FileChangedException(StepContext step, String summary, String more, String action) {
        super(step, summary, summary + more + "\n" + step.aftermath().state(), action, null);
    }

    /** Statements that are done were edited. */
    static FileChangedException before(StepContext step, int done) {
        return new FileChangedException(
                step,
                "%s was half done, and statements up to number %d, which have taken effect, were edited since (%s)."
                        .formatted(
                                step.aftermath().subject(),
                                done,
                                step.step().revision().origin()),
                "",
                "Undo the edit and start again; corrections belong behind these statements, or in a new revision.");
    }

    /** A statement of which nobody knows whether it has taken effect was edited. */
    static FileChangedException at(StepContext step, int number, String was, String is) {
        return new FileChangedException(
                step,
                "%s was interrupted in statement %d, and that was edited before its outcome was settled (%s)."
                        .formatted(
                                step.aftermath().subject(),
                                number,
                                step.step().revision().origin()),
                "\n- %s\n+ %s".formatted(was, is),
                "Undo the edit and start again; or look whether the old statement has taken effect, and run"
                        + " 'instar resume %1$s --done' or 'instar resume %1$s --again'."
                                .formatted(step.step().revision().id()));
    }
}
