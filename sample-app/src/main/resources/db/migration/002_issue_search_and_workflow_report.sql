-- @message Full text search on issues and a report of the workflow

-- @upgrade

-- Over an expression, not over a new stored column: that would rewrite issues.
CREATE INDEX issues_text_idx ON issues
    USING gin (to_tsvector('english', summary || ' ' || coalesce(description, '')));

CREATE INDEX issues_labels_idx ON issues USING gin (labels);

CREATE INDEX issues_open_idx ON issues (client_id, status_id, issue_updated_at DESC)
    WHERE active AND work_last_completed_at IS NULL;

-- One row for each flow step, those without issues included.
CREATE VIEW workflow_report AS
SELECT f.client_id,
       f.id AS flow_step_id,
       f.step_number,
       f.name AS flow_step,
       f.category,
       count(DISTINCT m.id) AS status_mappings,
       count(DISTINCT i.id) AS issues,
       count(DISTINCT i.id) FILTER (WHERE i.rework_detected) AS reworked_issues
FROM flow_steps f
LEFT JOIN status_mappings m ON m.client_id = f.client_id AND m.flow_step_id = f.id
LEFT JOIN statuses s ON s.client_id = m.client_id AND s.status_mapping_id = m.id
LEFT JOIN issues i ON i.client_id = s.client_id AND i.status_id = s.id AND i.active
WHERE f.active
GROUP BY f.id;

COMMENT ON VIEW workflow_report IS 'Where the issues of a client stand in its workflow.';

-- @downgrade

DROP VIEW workflow_report;
DROP INDEX issues_open_idx;
DROP INDEX issues_labels_idx;
DROP INDEX issues_text_idx;
