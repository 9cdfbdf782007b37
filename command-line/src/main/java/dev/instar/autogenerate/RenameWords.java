package dev.instar.autogenerate;

import dev.instar.diff.Rename;
import dev.instar.revision.InstarException;
import dev.instar.revision.Suggestion;
import dev.instar.schema.Catalog;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;

/** Reads what people write about names: {@code users:accounts}, {@code users.mail:email}, {@code status.OPEN:NEW}. */
record RenameWords(Catalog live, String currentSchema) {

    Rename parse(String word) {
        int colon = word.lastIndexOf(':');
        if (colon <= 0 || colon == word.length() - 1) {
            throw new InstarException(
                    "'%s' is no rename.".formatted(word),
                    "Write 'old:new' for a table, 'table.old:new' for a column, 'type.old:new' for a value.");
        }
        String from = word.substring(0, colon);
        String to = word.substring(colon + 1);
        ObjectPart part = part(from);
        int dot = to.lastIndexOf('.');
        return new Rename(part, dot > 0 && isHome(to.substring(0, dot), part) ? to.substring(dot + 1) : to);
    }

    /** What is new may be written as fully as what is old; but names of values may have dots, too. */
    private static boolean isHome(String words, ObjectPart part) {
        QualifiedName name = part.object().name();
        return ("." + name.schema() + (part.isWhole() ? "" : "." + name.name())).endsWith("." + words);
    }

    private ObjectPart part(String from) {
        List<ObjectPart> meanings = new ArrayList<>();
        int dot = from.indexOf('.');
        String first = from.substring(0, Math.max(dot, 0));
        String rest = from.substring(dot + 1);
        if (dot < 0) {
            meanings.add(ObjectPart.whole(Table.id(new QualifiedName(currentSchema, rest))));
        } else {
            meanings.addAll(within(new QualifiedName(currentSchema, first), rest));
            meanings.add(ObjectPart.whole(Table.id(new QualifiedName(first, rest))));
            int next = rest.indexOf('.');
            if (next > 0) {
                meanings.addAll(within(new QualifiedName(first, rest.substring(0, next)), rest.substring(next + 1)));
            }
        }
        return meanings.stream()
                .filter(meaning -> live.find(meaning.object()) != null)
                .findFirst()
                .orElseThrow(() -> unknown(from));
    }

    private static List<ObjectPart> within(QualifiedName name, String part) {
        return List.of(ObjectPart.column(name, part), new ObjectPart(ObjectId.of(ObjectId.Kind.TYPE, name), part));
    }

    private InstarException unknown(String from) {
        List<String> known = new ArrayList<>();
        live.all(Table.class).forEach(table -> known.add(table.name().name()));
        live.all(Enumeration.class).forEach(type -> known.add(type.name().name()));
        return new InstarException(
                "There is no '%s' to rename.".formatted(from),
                Suggestion.didYouMean(from, known, "Take a name that the database has."));
    }
}
