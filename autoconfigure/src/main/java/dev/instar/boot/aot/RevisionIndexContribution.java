package dev.instar.boot.aot;

import dev.instar.script.RevisionIndex;
import java.util.List;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ResourceHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;

/** Writes the index of the revisions, and has all that it names put into a native image. */
final class RevisionIndexContribution implements BeanFactoryInitializationAotContribution {

    private final RevisionIndex index;
    private final List<String> javaRevisions;

    RevisionIndexContribution(RevisionIndex index, List<String> javaRevisions) {
        this.index = index;
        this.javaRevisions = javaRevisions;
    }

    @Override
    public void applyTo(GenerationContext generation, BeanFactoryInitializationCode code) {
        generation.getGeneratedFiles().addResourceFile(RevisionIndex.RESOURCE, index.toString());
        ResourceHints resources = generation.getRuntimeHints().resources();
        resources.registerPattern(RevisionIndex.RESOURCE);
        index.files().forEach(resources::registerPattern);
        javaRevisions.forEach(type -> generation
                .getRuntimeHints()
                .reflection()
                .registerType(TypeReference.of(type), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }
}
