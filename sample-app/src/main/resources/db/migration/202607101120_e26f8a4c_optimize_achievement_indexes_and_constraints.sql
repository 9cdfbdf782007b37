-- @revision e26f8a4c
-- @revises  5b9d03e8
-- @message  Optimize indexes and constraints of achievements

-- @upgrade

-- Time stamps know their zone. Without USING, PostgreSQL would read the old values in the zone of the session.

ALTER TABLE achievements
    ALTER COLUMN started_at TYPE timestamptz USING started_at AT TIME ZONE 'UTC',
    ALTER COLUMN completed_at TYPE timestamptz USING completed_at AT TIME ZONE 'UTC',
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN created_at TYPE timestamptz USING created_at AT TIME ZONE 'UTC',
    ALTER COLUMN created_at SET DEFAULT now(),
    ALTER COLUMN updated_at DROP DEFAULT,
    ALTER COLUMN updated_at TYPE timestamptz USING updated_at AT TIME ZONE 'UTC',
    ALTER COLUMN updated_at SET DEFAULT now();

ALTER TABLE pr_achievements
    ALTER COLUMN merged_at TYPE timestamptz USING merged_at AT TIME ZONE 'UTC',
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN created_at TYPE timestamptz USING created_at AT TIME ZONE 'UTC',
    ALTER COLUMN created_at SET DEFAULT now();

ALTER TABLE pr_kpi_impacts ALTER COLUMN measured_at TYPE timestamptz USING measured_at AT TIME ZONE 'UTC';

ALTER TABLE pr_evidence
    ALTER COLUMN captured_at DROP DEFAULT,
    ALTER COLUMN captured_at TYPE timestamptz USING captured_at AT TIME ZONE 'UTC',
    ALTER COLUMN captured_at SET DEFAULT now();

-- Data integrity

ALTER TABLE achievements
    ADD CONSTRAINT achievements_impact_score_range CHECK (impact_score BETWEEN 0 AND 100),
    ADD CONSTRAINT achievements_complexity_score_range CHECK (complexity_score BETWEEN 0 AND 100),
    ADD CONSTRAINT achievements_duration_positive CHECK (duration_hours > 0),
    ADD CONSTRAINT achievements_display_priority_positive CHECK (display_priority > 0),
    ADD CONSTRAINT achievements_completed_after_start CHECK (completed_at >= started_at);

ALTER TABLE pr_achievements
    ADD CONSTRAINT pr_achievements_pr_number_positive CHECK (pr_number > 0),
    ADD CONSTRAINT pr_achievements_sha CHECK (merge_commit_sha ~ '^[0-9a-f]{40}$'),
    ADD CONSTRAINT pr_achievements_achievement_key UNIQUE (achievement_id),
    ADD CONSTRAINT pr_achievements_pr_number_key UNIQUE (repository, pr_number),
    ADD CONSTRAINT pr_achievements_merge_commit_sha_key UNIQUE (merge_commit_sha);

ALTER TABLE pr_code_changes
    ADD CONSTRAINT pr_code_changes_counts_not_negative
        CHECK (files_changed >= 0 AND lines_added >= 0 AND lines_deleted >= 0),
    ADD CONSTRAINT pr_code_changes_coverage_range CHECK (test_coverage_delta BETWEEN -100 AND 100);

ALTER TABLE pr_kpi_impacts
    ADD CONSTRAINT pr_kpi_impacts_confidence_score_range CHECK (confidence_score BETWEEN 0 AND 100);

-- Cascade deletes

ALTER TABLE achievements
    DROP CONSTRAINT achievements_client_id_fkey,
    ADD CONSTRAINT achievements_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE;

ALTER TABLE pr_achievements
    DROP CONSTRAINT pr_achievements_achievement_id_fkey,
    ADD CONSTRAINT pr_achievements_achievement_id_fkey
        FOREIGN KEY (achievement_id) REFERENCES achievements (id) ON DELETE CASCADE;

ALTER TABLE pr_code_changes
    DROP CONSTRAINT pr_code_changes_pr_achievement_id_fkey,
    ADD CONSTRAINT pr_code_changes_pr_achievement_id_fkey
        FOREIGN KEY (pr_achievement_id) REFERENCES pr_achievements (id) ON DELETE CASCADE;

ALTER TABLE pr_kpi_impacts
    DROP CONSTRAINT pr_kpi_impacts_pr_achievement_id_fkey,
    ADD CONSTRAINT pr_kpi_impacts_pr_achievement_id_fkey
        FOREIGN KEY (pr_achievement_id) REFERENCES pr_achievements (id) ON DELETE CASCADE;

ALTER TABLE pr_evidence
    DROP CONSTRAINT pr_evidence_pr_achievement_id_fkey,
    ADD CONSTRAINT pr_evidence_pr_achievement_id_fkey
        FOREIGN KEY (pr_achievement_id) REFERENCES pr_achievements (id) ON DELETE CASCADE;

-- Indexes: composite for the common questions, single for filters and joins

CREATE INDEX achievements_client_idx ON achievements (client_id);
CREATE INDEX achievements_category_completed_idx ON achievements (category, completed_at DESC);
CREATE INDEX achievements_completed_idx ON achievements (completed_at DESC);
CREATE INDEX achievements_impact_score_idx ON achievements (impact_score DESC);
CREATE INDEX achievements_portfolio_idx ON achievements (display_priority, impact_score DESC) WHERE portfolio_ready;
CREATE INDEX pr_achievements_author_merged_idx ON pr_achievements (author, merged_at DESC);
CREATE INDEX pr_achievements_merged_idx ON pr_achievements (merged_at DESC);
CREATE INDEX pr_code_changes_pr_achievement_idx ON pr_code_changes (pr_achievement_id);
CREATE INDEX pr_code_changes_language_idx ON pr_code_changes (language);
CREATE INDEX pr_kpi_impacts_pr_achievement_idx ON pr_kpi_impacts (pr_achievement_id);
CREATE INDEX pr_kpi_impacts_category_name_idx ON pr_kpi_impacts (kpi_category, kpi_name);
CREATE INDEX pr_evidence_pr_achievement_idx ON pr_evidence (pr_achievement_id);
CREATE INDEX pr_evidence_kind_idx ON pr_evidence (kind);

-- @downgrade

DROP INDEX pr_evidence_kind_idx;
DROP INDEX pr_evidence_pr_achievement_idx;
DROP INDEX pr_kpi_impacts_category_name_idx;
DROP INDEX pr_kpi_impacts_pr_achievement_idx;
DROP INDEX pr_code_changes_language_idx;
DROP INDEX pr_code_changes_pr_achievement_idx;
DROP INDEX pr_achievements_merged_idx;
DROP INDEX pr_achievements_author_merged_idx;
DROP INDEX achievements_portfolio_idx;
DROP INDEX achievements_impact_score_idx;
DROP INDEX achievements_completed_idx;
DROP INDEX achievements_category_completed_idx;
DROP INDEX achievements_client_idx;

ALTER TABLE pr_evidence
    DROP CONSTRAINT pr_evidence_pr_achievement_id_fkey,
    ADD CONSTRAINT pr_evidence_pr_achievement_id_fkey
        FOREIGN KEY (pr_achievement_id) REFERENCES pr_achievements (id);

ALTER TABLE pr_kpi_impacts
    DROP CONSTRAINT pr_kpi_impacts_pr_achievement_id_fkey,
    ADD CONSTRAINT pr_kpi_impacts_pr_achievement_id_fkey
        FOREIGN KEY (pr_achievement_id) REFERENCES pr_achievements (id);

ALTER TABLE pr_code_changes
    DROP CONSTRAINT pr_code_changes_pr_achievement_id_fkey,
    ADD CONSTRAINT pr_code_changes_pr_achievement_id_fkey
        FOREIGN KEY (pr_achievement_id) REFERENCES pr_achievements (id);

ALTER TABLE pr_achievements
    DROP CONSTRAINT pr_achievements_achievement_id_fkey,
    ADD CONSTRAINT pr_achievements_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES achievements (id);

ALTER TABLE achievements
    DROP CONSTRAINT achievements_client_id_fkey,
    ADD CONSTRAINT achievements_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients (id);

ALTER TABLE pr_kpi_impacts
    DROP CONSTRAINT pr_kpi_impacts_confidence_score_range;

ALTER TABLE pr_code_changes
    DROP CONSTRAINT pr_code_changes_coverage_range,
    DROP CONSTRAINT pr_code_changes_counts_not_negative;

ALTER TABLE pr_achievements
    DROP CONSTRAINT pr_achievements_merge_commit_sha_key,
    DROP CONSTRAINT pr_achievements_pr_number_key,
    DROP CONSTRAINT pr_achievements_achievement_key,
    DROP CONSTRAINT pr_achievements_sha,
    DROP CONSTRAINT pr_achievements_pr_number_positive;

ALTER TABLE achievements
    DROP CONSTRAINT achievements_completed_after_start,
    DROP CONSTRAINT achievements_display_priority_positive,
    DROP CONSTRAINT achievements_duration_positive,
    DROP CONSTRAINT achievements_complexity_score_range,
    DROP CONSTRAINT achievements_impact_score_range;

ALTER TABLE pr_evidence
    ALTER COLUMN captured_at DROP DEFAULT,
    ALTER COLUMN captured_at TYPE timestamp USING captured_at AT TIME ZONE 'UTC',
    ALTER COLUMN captured_at SET DEFAULT (now() AT TIME ZONE 'UTC');

ALTER TABLE pr_kpi_impacts ALTER COLUMN measured_at TYPE timestamp USING measured_at AT TIME ZONE 'UTC';

ALTER TABLE pr_achievements
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC',
    ALTER COLUMN created_at SET DEFAULT (now() AT TIME ZONE 'UTC'),
    ALTER COLUMN merged_at TYPE timestamp USING merged_at AT TIME ZONE 'UTC';

ALTER TABLE achievements
    ALTER COLUMN updated_at DROP DEFAULT,
    ALTER COLUMN updated_at TYPE timestamp USING updated_at AT TIME ZONE 'UTC',
    ALTER COLUMN updated_at SET DEFAULT (now() AT TIME ZONE 'UTC'),
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC',
    ALTER COLUMN created_at SET DEFAULT (now() AT TIME ZONE 'UTC'),
    ALTER COLUMN completed_at TYPE timestamp USING completed_at AT TIME ZONE 'UTC',
    ALTER COLUMN started_at TYPE timestamp USING started_at AT TIME ZONE 'UTC';
