package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.history.HalfDone;
import dev.instar.plan.Targets;
import dev.instar.revision.Listing;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.run.Decision;
import dev.instar.run.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar resume}. */
@Command(
        name = "resume",
        description = "Say what became of a revision that is half done, for the next run to go on from there.",
        footer = {
            "",
            "A run that was interrupted in a statement that runs by itself looks in the catalog how it ended. Where the",
            "catalog cannot tell, it stops and asks. Nothing is run by this command.",
            "",
            "Examples:",
            "  instar resume 7c1f --done      its last statement has taken effect; go on behind it",
            "  instar resume 7c1f --again     it has not; run it again",
            "  instar resume 7c1f --undone    all it had done was undone by hand; begin anew",
            "  instar resume --done           when only one revision is half done"
        })
final class ResumeCommand extends Subcommand {

    @Parameters(arity = "0..1", paramLabel = "REVISION", description = "Which one; not needed when only one is.")
    @Nullable
    String revision;

    @Option(names = "--done", description = "The interrupted statement has taken effect.")
    boolean done;

    @Option(names = "--again", description = "The interrupted statement has not taken effect.")
    boolean again;

    @Option(names = "--undone", description = "Everything the revision had done was undone by hand.")
    boolean undone;

    @Override
    ExitCode run(Workplace place) {
        Decision decision = decision();
        RevisionId id = chosen(place.instar().status());
        place.instar().resume(id, decision, Trigger.COMMAND);
        place.terminal().print("Recorded for %s: %s.".formatted(id, decision.meaning()));
        place.terminal().say("Start the application, or run 'instar upgrade', to go on.");
        return ExitCode.DONE;
    }

    private Decision decision() {
        List<Decision> said = new ArrayList<>();
        if (done) {
            said.add(Decision.DONE);
        }
        if (again) {
            said.add(Decision.AGAIN);
        }
        if (undone) {
            said.add(Decision.UNDONE);
        }
        if (said.size() != 1) {
            throw new WrongUsageException(
                    "A decision is one of '--done', '--again' and '--undone'.",
                    "Look whether the statement has taken effect, and say which it is.");
        }
        return said.get(0);
    }

    private RevisionId chosen(Status status) {
        List<RevisionId> halfDone =
                status.halfDone().stream().map(HalfDone::revision).toList();
        if (revision != null) {
            return named(revision, halfDone, status);
        }
        if (halfDone.isEmpty()) {
            throw new WrongUsageException("No revision is half done.", "There is nothing to decide.");
        }
        if (halfDone.size() > 1) {
            throw new WrongUsageException(
                    "%d revisions are half done: %s.".formatted(halfDone.size(), Listing.of(halfDone)),
                    "Name one of them.");
        }
        return halfDone.get(0);
    }

    /** One that is half done may have no file any more, and then only its whole id names it. */
    private static RevisionId named(String word, List<RevisionId> halfDone, Status status) {
        for (RevisionId id : halfDone) {
            if (id.value().equals(word)) {
                return id;
            }
        }
        List<RevisionId> meant = new Targets(status.position())
                .show(Target.parse(word)).stream().map(found -> found.id()).toList();
        if (meant.size() != 1 || !halfDone.contains(meant.get(0))) {
            throw new WrongUsageException(
                    meant.size() == 1
                            ? "Revision '%s' is not half done.".formatted(meant.get(0))
                            : "'%s' is not one revision.".formatted(word),
                    halfDone.isEmpty()
                            ? "No revision is: there is nothing to decide."
                            : "Half done is %s.".formatted(Listing.of(halfDone)));
        }
        return meant.get(0);
    }
}
