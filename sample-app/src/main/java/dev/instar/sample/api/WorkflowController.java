package dev.instar.sample.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the statuses and issue types of a client's tools map onto its workflow. */
@RestController
@RequestMapping("/api")
class WorkflowController {

    /** The client that the first revision brings along. */
    private static final String SEEDED = "WEX";

    private final JdbcClient jdbc;

    WorkflowController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/flow-steps")
    List<FlowStep> flowSteps(@RequestParam(defaultValue = SEEDED) String client) {
        return jdbc.sql("""
                        SELECT r.step_number, r.flow_step AS name, r.category, r.status_mappings, r.issues
                        FROM workflow_report r
                        JOIN clients c ON c.id = r.client_id
                        WHERE c.name = :client
                        ORDER BY r.step_number
                        """).param("client", client).query(FlowStep.class).list();
    }

    @GetMapping("/status-mappings")
    List<StatusMapping> statusMappings(
            @RequestParam(defaultValue = SEEDED) String client, @RequestParam @Nullable String flowStep) {
        return jdbc.sql("""
                        SELECT m.status_from AS status, f.name AS flow_step, f.step_number, f.category
                        FROM status_mappings m
                        JOIN flow_steps f ON f.client_id = m.client_id AND f.id = m.flow_step_id
                        JOIN clients c ON c.id = m.client_id
                        WHERE c.name = :client AND lower(f.name) = lower(coalesce(:flowStep, f.name))
                        ORDER BY f.step_number, m.status_from
                        """)
                .param("client", client)
                .param("flowStep", flowStep)
                .query(StatusMapping.class)
                .list();
    }

    @GetMapping("/issue-types")
    List<Level> issueTypes(@RequestParam(defaultValue = SEEDED) String client) {
        Map<Integer, Map<String, List<String>>> levels =
                jdbc.sql("""
                        SELECT m.hierarchy_level AS level, m.issuetype_to AS name, m.issuetype_from AS mapped_from
                        FROM issuetype_mappings m
                        JOIN clients c ON c.id = m.client_id
                        WHERE c.name = :client
                        ORDER BY m.hierarchy_level DESC, m.issuetype_to, m.issuetype_from
                        """).param("client", client).query(Mapping.class).stream()
                        .collect(groupingBy(
                                Mapping::level,
                                LinkedHashMap::new,
                                groupingBy(Mapping::name, LinkedHashMap::new, mapping(Mapping::mappedFrom, toList()))));
        return levels.entrySet().stream()
                .map(level -> Level.of(level.getKey(), level.getValue()))
                .toList();
    }

    record FlowStep(int stepNumber, String name, String category, long statusMappings, long issues) {}

    record StatusMapping(String status, String flowStep, int stepNumber, String category) {}

    /** One level of the hierarchy; 4 is the widest, -1 the finest. */
    record Level(int level, List<IssueType> types) {

        static Level of(int level, Map<String, List<String>> types) {
            return new Level(
                    level,
                    types.entrySet().stream()
                            .map(type -> new IssueType(type.getKey(), type.getValue()))
                            .toList());
        }
    }

    record IssueType(String name, List<String> mappedFrom) {}

    private record Mapping(int level, String name, String mappedFrom) {}
}
