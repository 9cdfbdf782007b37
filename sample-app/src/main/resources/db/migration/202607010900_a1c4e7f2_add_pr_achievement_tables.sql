-- @revision a1c4e7f2
-- @revises  001
-- @message  Add pull request achievement tables
-- @label    achievements

-- The achievement collector grows on a branch of its own, beside the numbered main line; both start at 001.

-- @upgrade

CREATE TABLE achievements (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id         bigint       NOT NULL REFERENCES clients (id),
    title             varchar(255) NOT NULL,
    category          varchar(50)  NOT NULL,
    description       text,
    started_at        timestamp,
    completed_at      timestamp,
    duration_hours    numeric(8, 2),
    impact_score      smallint,
    complexity_score  smallint,
    skills            text[]       NOT NULL DEFAULT '{}',
    business_value    varchar(255),
    portfolio_ready   boolean      NOT NULL DEFAULT false,
    portfolio_section varchar(100),
    display_priority  smallint,
    source            varchar(50)  NOT NULL,
    created_at        timestamp    NOT NULL DEFAULT (now() AT TIME ZONE 'UTC'),
    updated_at        timestamp    NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')
);

ALTER TABLE achievements ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}';

CREATE TABLE pr_achievements (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    achievement_id   bigint       NOT NULL REFERENCES achievements (id),
    repository       varchar(255) NOT NULL,
    pr_number        integer      NOT NULL,
    title            text         NOT NULL,
    description      text,
    author           varchar(255) NOT NULL,
    reviewers        text[]       NOT NULL DEFAULT '{}',
    merge_commit_sha varchar(40)  NOT NULL,
    merged_at        timestamp    NOT NULL,
    code_analysis    jsonb,
    impact_analysis  jsonb,
    interview_points text[]       NOT NULL DEFAULT '{}',
    created_at       timestamp    NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')
);

CREATE TABLE pr_code_changes (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pr_achievement_id   bigint      NOT NULL REFERENCES pr_achievements (id),
    language            varchar(60) NOT NULL,
    files_changed       integer     NOT NULL DEFAULT 0,
    lines_added         integer     NOT NULL DEFAULT 0,
    lines_deleted       integer     NOT NULL DEFAULT 0,
    patterns            text[]      NOT NULL DEFAULT '{}',
    test_coverage_delta numeric(5, 2)
);

CREATE TABLE pr_kpi_impacts (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pr_achievement_id      bigint       NOT NULL REFERENCES pr_achievements (id),
    kpi_name               varchar(100) NOT NULL,
    kpi_category           varchar(50)  NOT NULL,
    baseline_value         numeric(14, 4),
    current_value          numeric(14, 4),
    improvement_percentage numeric(7, 2),
    confidence_score       smallint,
    measured_at            timestamp
);

CREATE TABLE pr_evidence (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pr_achievement_id bigint      NOT NULL REFERENCES pr_achievements (id),
    kind              varchar(50) NOT NULL,
    url               text,
    content           jsonb,
    description       text,
    captured_at       timestamp   NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')
);

-- Something to look at

INSERT INTO achievements (client_id, title, category, description, started_at, completed_at, duration_hours,
                          impact_score, complexity_score, skills, business_value, portfolio_ready, portfolio_section,
                          display_priority, source, metadata)
SELECT c.id, a.title, a.category, a.description, a.started_at, a.completed_at, a.duration_hours, a.impact_score,
       a.complexity_score, a.skills, a.business_value, a.portfolio_ready, a.portfolio_section, a.display_priority,
       'github', a.metadata
FROM clients c
CROSS JOIN (VALUES
    ('Search answers in 80 ms', 'performance', 'Replaced a table scan by a full text index.',
     timestamp '2026-05-04 08:00', timestamp '2026-05-06 15:30', 14.5, 86, 55,
     '{PostgreSQL,"query planning"}'::text[], 'Support finds a ticket while the customer is still on the line.', true,
     'Databases', 1, '{"repository": "wex/tracker"}'::jsonb),
    ('Nightly import resumes where it stopped', 'reliability', 'The import commits its cursor with its rows.',
     timestamp '2026-05-11 09:00', timestamp '2026-05-15 17:00', 31, 74, 68,
     '{Java,"transactions"}'::text[], 'No more manual clean-up after a failed night.', true,
     'Back end', 2, '{"repository": "wex/import"}'::jsonb),
    ('Build time halved', 'tooling', 'Tests share one database server.',
     timestamp '2026-06-02 10:00', timestamp '2026-06-02 18:00', 7, 41, 30,
     '{Maven,JUnit}'::text[], NULL, false,
     NULL, NULL, '{"repository": "wex/tracker"}'::jsonb)
) AS a (title, category, description, started_at, completed_at, duration_hours, impact_score, complexity_score, skills,
        business_value, portfolio_ready, portfolio_section, display_priority, metadata)
WHERE c.name = 'WEX';

INSERT INTO pr_achievements (achievement_id, repository, pr_number, title, author, reviewers, merge_commit_sha,
                             merged_at)
SELECT a.id, pr.repository, pr.pr_number, pr.title, pr.author, pr.reviewers, pr.merge_commit_sha, pr.merged_at
FROM achievements a
JOIN (VALUES
    ('Search answers in 80 ms', 'wex/tracker', 412, 'Index the text of issues', 'ada', '{grace}'::text[],
     '3f1d0c5e9a7b42d86c10e4f7a95b8d23c6e07f14', timestamp '2026-05-06 15:30'),
    ('Nightly import resumes where it stopped', 'wex/import', 97, 'Commit the cursor with the rows', 'grace',
     '{ada,edsger}'::text[], 'b80c2e4f6d1a93570e8fb21c4d7a6e95038f1c2d', timestamp '2026-05-15 17:00'),
    ('Build time halved', 'wex/tracker', 431, 'Start one server for all tests', 'edsger', '{ada}'::text[],
     '07e5a9c1d3f8b6240a7d9e3c5f1b80426e9d7c5a', timestamp '2026-06-02 18:00')
) AS pr (achievement, repository, pr_number, title, author, reviewers, merge_commit_sha, merged_at)
    ON pr.achievement = a.title;

INSERT INTO pr_code_changes (pr_achievement_id, language, files_changed, lines_added, lines_deleted,
                             test_coverage_delta)
SELECT p.id, change.language, change.files_changed, change.lines_added, change.lines_deleted,
       change.test_coverage_delta
FROM pr_achievements p
JOIN (VALUES
    (412, 'SQL', 1, 14, 0, NULL),
    (412, 'Java', 4, 61, 83, 0.40),
    (97, 'Java', 9, 240, 118, 2.10),
    (431, 'Java', 37, 95, 402, 0.00)
) AS change (pr_number, language, files_changed, lines_added, lines_deleted, test_coverage_delta)
    ON change.pr_number = p.pr_number;

INSERT INTO pr_kpi_impacts (pr_achievement_id, kpi_name, kpi_category, baseline_value, current_value,
                            improvement_percentage, confidence_score, measured_at)
SELECT p.id, kpi.kpi_name, kpi.kpi_category, kpi.baseline_value, kpi.current_value, kpi.improvement_percentage,
       kpi.confidence_score, kpi.measured_at
FROM pr_achievements p
JOIN (VALUES
    (412, 'Search, 95th percentile in ms', 'performance', 1900, 80, 95.79, 90, timestamp '2026-05-13 08:00'),
    (97, 'Failed nights a month', 'reliability', 3, 0, 100.00, 70, timestamp '2026-06-30 08:00'),
    (431, 'Build in minutes', 'tooling', 12, 6, 50.00, 95, timestamp '2026-06-03 08:00')
) AS kpi (pr_number, kpi_name, kpi_category, baseline_value, current_value, improvement_percentage, confidence_score,
          measured_at)
    ON kpi.pr_number = p.pr_number;

INSERT INTO pr_evidence (pr_achievement_id, kind, content, description, captured_at)
SELECT p.id, 'measurement', '{"before_ms": 1900, "after_ms": 80}', 'Load test, 50 users', timestamp '2026-05-13 08:00'
FROM pr_achievements p
WHERE p.pr_number = 412;

-- @downgrade

DROP TABLE pr_evidence;
DROP TABLE pr_kpi_impacts;
DROP TABLE pr_code_changes;
DROP TABLE pr_achievements;
DROP TABLE achievements;
