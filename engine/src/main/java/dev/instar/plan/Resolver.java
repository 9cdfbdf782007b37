package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Symbol;
import dev.instar.revision.expression.Target;
import java.util.List;

/** Finds out what a target means for one graph, one position and one command. */
final class Resolver {

    private final Position position;
    private final Purpose purpose;
    private final NameLookup names;

    Resolver(Position position, Purpose purpose) {
        this.position = position;
        this.purpose = purpose;
        this.names = new NameLookup(position.known());
    }

    Destination resolve(Target target) {
        String name = target.branch();
        Lineage branch = name == null ? Lineage.whole(position.known()) : names.branch(name);
        if (target instanceof Target.Relative relative) {
            return new StepResolver(position, purpose, this).resolve(relative, branch);
        }
        return resolve(((Target.Absolute) target).symbol(), branch);
    }

    Destination resolve(Symbol symbol, Lineage branch) {
        Symbol.Kind kind = symbol.kind();
        if (kind == Symbol.Kind.HEAD) {
            return Destination.of(head(branch), branch);
        }
        if (kind == Symbol.Kind.HEADS) {
            return Destination.of(heads(branch), branch);
        }
        if (kind == Symbol.Kind.BASE) {
            return Destination.base(branch);
        }
        return kind == Symbol.Kind.CURRENT
                ? current(branch)
                : Destination.of(List.of(names.find(symbol.text(), branch)), branch);
    }

    private List<RevisionId> head(Lineage branch) {
        List<RevisionId> heads = branch.filter(position.graph().heads());
        if (heads.size() > 1) {
            throw new InvalidTargetException(
                    "'%s' is not one revision: there are %d heads, %s."
                            .formatted(branch.qualify("head"), heads.size(), Listing.of(heads)),
                    "Name one of them, %sor join them with 'instar merge %s'."
                            .formatted(
                                    purpose.takesSeveral()
                                            ? "say '%s' for all, ".formatted(branch.qualify("heads"))
                                            : "",
                                    branch.qualify("heads")));
        }
        return heads;
    }

    private List<RevisionId> heads(Lineage branch) {
        return branch.isWhole() && purpose.meansRealHeads()
                ? position.graph().realHeads()
                : branch.filter(position.graph().heads());
    }

    private Destination current(Lineage branch) {
        if (!purpose.isCurrentAllowed()) {
            throw new InvalidTargetException(
                    "'current' has no meaning for %s.".formatted(purpose),
                    "Name a revision; 'current' is for 'show' and 'history'.");
        }
        List<RevisionId> current = branch.filter(position.current());
        return current.isEmpty() ? Destination.base(branch) : Destination.of(current, branch);
    }
}
