package dev.instar.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a run leaves behind: a page, the charts on it, and every measurement. */
public final class Report {

    private final Path folder;
    private final StringBuilder page = new StringBuilder();

    public Report(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Begins a section. */
    public void section(String title, String text) {
        page.append("\n### ").append(title).append("\n\n").append(text).append('\n');
    }

    public void paragraph(String markdown) {
        page.append('\n').append(markdown).append('\n');
    }

    /** Shows a picture that is kept beside the page. */
    public void chart(String name, String title, String svg) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), svg);
        page.append("\n![").append(title).append("](").append(name).append(".svg)\n");
    }

    /** A file beside the page. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes everything down. */
    public void write(Results results) throws IOException {
        Files.writeString(folder.resolve("results.md"), page);
        Files.writeString(folder.resolve("results.csv"), results.csv());
    }
}
