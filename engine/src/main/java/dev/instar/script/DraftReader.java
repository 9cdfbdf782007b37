package dev.instar.script;

import dev.instar.revision.Checksum;
import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;
import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.SqlSyntaxException;
import dev.instar.sql.Statement;
import dev.instar.sql.StatementKind;
import dev.instar.sql.TokenDigest;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file once: its header, its checks, the checksum of its upgrade and its downgrade. */
final class DraftReader {

    /** Of most revisions all statements are kept until they are run; what is larger is read again. */
    private static final int MOST_CHARACTERS_KEPT = 16 * 1024;

    static final String ALGORITHM = "sha256-tokens-1";

    private final Source source;
    private final RevisionOptions options;
    private final Problems problems;
    private final HeaderReader header;
    private final SectionReader sections;
    private final StatementDirectives directives;
    private final CheckReader checks;
    private final FillingReader filling;
    private final TokenDigest upgrade = new TokenDigest();
    private final List<ScriptStatement> statements = new ArrayList<>();
    private long characters;
    private boolean statementsBegun;

    private DraftReader(Source source, RevisionOptions options, Problems problems) {
        this.source = source;
        this.options = options;
        this.problems = problems;
        this.header = new HeaderReader(source, problems);
        this.sections = new SectionReader(source.name(), problems);
        this.directives = new StatementDirectives(source.name(), problems);
        this.checks = new CheckReader(source.name(), problems);
        this.filling = new FillingReader(source.name(), options.placeholders());
    }

    /** Reads the file; what cannot be used of it is among the problems, and there is no draft when nothing can. */
    static @Nullable Draft read(Source source, RevisionOptions options, Problems problems) {
        return new DraftReader(source, options, problems).read();
    }

    private @Nullable Draft read() {
        try (SqlReader reader = new SqlReader(source.open())) {
            reader.digestInto(upgrade);
            reader.refuseLookalikes(DirectiveName.unmistakable());
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Directive directive) {
                    read(ControlCharacters.refuse(directive, source.name(), problems), reader);
                } else {
                    read((Statement) item);
                }
            }
            directives.refuseWaiting();
            checks.end();
            return draft();
        } catch (SqlSyntaxException malformed) {
            problems.add(
                    String.valueOf(malformed.getMessage()),
                    new Origin(source.name(), malformed.position().line()),
                    malformed.remedy());
        } catch (UncheckedIOException unreadable) {
            problems.add(
                    "The file '%s' cannot be read: %s".formatted(source.name(), UnreadableFile.reason(unreadable)),
                    null,
                    "Make it a UTF-8 text that the service's user may read, or take it out of the folder.");
        }
        return null;
    }

    private void read(Directive directive, SqlReader reader) {
        DirectiveName name = DirectiveName.of(directive);
        if (name == null) {
            problems.add(
                    "There is no directive '-- @%s'".formatted(directive.name()),
                    origin(directive),
                    DirectiveName.suggestion(directive));
        } else if (name.place() == DirectiveName.Place.STATEMENT) {
            if (reader.cutsStatement()) {
                problems.add(
                        "'%s' stands below a statement that does not end".formatted(name),
                        origin(directive),
                        "End the statement with a semicolon, or move the line above it.");
            }
            directives.read(name, directive);
        } else {
            directives.refuseWaiting();
            if (name.isSection()) {
                begin(name, directive, reader);
            } else if (statementsBegun && name.isOnlyForTheTop()) {
                header.refuseBelowStatement(name, directive);
            } else {
                header.read(name, directive);
                filling.read(name, directive, problems);
            }
        }
    }

    private void begin(DirectiveName section, Directive directive, SqlReader reader) {
        checks.end();
        sections.begin(section, directive);
        reader.digestInto(section == DirectiveName.UPGRADE ? upgrade : null);
        if (section == DirectiveName.DOWNGRADE || section == DirectiveName.UPGRADE) {
            reader.beginSession();
        }
        if (section == DirectiveName.REQUIRE || section == DirectiveName.ENSURE) {
            checks.begin(directive);
        }
    }

    private void read(Statement statement) {
        statementsBegun = true;
        sections.statement();
        ScriptStatement read =
                new ScriptStatement(source.name(), statement, filling.fill(statement), directives.take(), null);
        if (sections.current() == DirectiveName.UPGRADE) {
            keep(read);
        }
        checks.read(sections.current(), read);
        refuseWhatIsForTheRunToSay(read);
    }

    private void refuseWhatIsForTheRunToSay(ScriptStatement statement) {
        if (statement.kind() == StatementKind.DISCARD_ALL) {
            problems.add(
                    "'DISCARD ALL' would give back the migration lock in the middle of a run",
                    statement.origin(),
                    "Take it out: a run has a session of its own, and leaves nothing behind in it.");
        } else if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
            problems.add(
                    "The statement '%s' would end the transaction that the revision runs in"
                            .formatted(statement.written().lines().findFirst().orElse("")),
                    statement.origin(),
                    "Take it out: every revision is committed as a whole, with its row in the history.");
        }
    }

    private void keep(ScriptStatement statement) {
        characters += statement.kind() == StatementKind.COPY_FROM_STDIN
                ? MOST_CHARACTERS_KEPT
                : statement.written().length();
        if (characters < MOST_CHARACTERS_KEPT) {
            statements.add(statement);
        }
    }

    private Draft draft() {
        Header read = header.header();
        boolean isSkipped = options.skips(read.environments());
        if (!isSkipped) {
            filling.missing().forEach(problems::add);
        }
        return new Draft(
                source,
                read,
                header.declared(),
                new Checksum(ALGORITHM, upgrade.hex()),
                filling.filling(),
                isSkipped,
                checks.required(),
                checks.ensured(),
                !sections.upgradeHasStatements(),
                downgrade(),
                new SoftReference<>(characters < MOST_CHARACTERS_KEPT ? List.copyOf(statements) : null));
    }

    private @Nullable SectionText downgrade() {
        SectionText downgrade = sections.downgrade(source);
        Origin irreversible = header.origin(DirectiveName.IRREVERSIBLE);
        if (downgrade != null && irreversible != null) {
            problems.add(
                    "'%s' contradicts the downgrade in the same file".formatted(DirectiveName.IRREVERSIBLE),
                    irreversible,
                    "Take one of them out.");
        }
        return downgrade;
    }

    private Origin origin(SqlItem item) {
        return new Origin(source.name(), item.position().line());
    }
}
