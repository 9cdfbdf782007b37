package dev.instar.boot.entity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles entities that are kept as text, all of them at once, in memory. */
final class MappingCompiler extends ClassLoader {

    private static final String IMPORTS = """
            import jakarta.persistence.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import org.hibernate.Length;
            import org.hibernate.annotations.*;
            import org.hibernate.annotations.Parameter;
            import org.hibernate.type.SqlTypes;
            import jakarta.persistence.CascadeType;
            import jakarta.persistence.CheckConstraint;
            import jakarta.persistence.Column;
            import jakarta.persistence.Entity;
            import jakarta.persistence.Index;
            import jakarta.persistence.NamedQuery;
            import jakarta.persistence.OrderBy;
            import jakarta.persistence.Table;
            """;

    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Map<String, List<Class<?>>> loaded = new HashMap<>();

    MappingCompiler() {
        super(MappingCompiler.class.getClassLoader());
    }

    void add(String packageName, String text) {
        sources.add(new Source(packageName, "package " + packageName + ";\n" + IMPORTS + text));
    }

    void compile() throws IOException, ClassNotFoundException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (JavaFileManager files = new InMemory(compiler.getStandardFileManager(null, null, null))) {
            boolean compiled = compiler.getTask(
                            messages, files, null, List.of("-proc:none", "-Xlint:none"), null, sources)
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages.toString());
            }
        }
        for (String name : classes.keySet()) {
            Class<?> type = loadClass(name);
            loaded.computeIfAbsent(type.getPackageName(), first -> new ArrayList<>())
                    .add(type);
        }
    }

    List<Class<?>> classesOf(String packageName) {
        return loaded.getOrDefault(packageName, List.of());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] code = bytes.toByteArray();
        return defineClass(name, code, 0, code.length);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String packageName, String text) {
            super(URI.create("string:///" + packageName.replace('.', '/') + "/Mapping.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
