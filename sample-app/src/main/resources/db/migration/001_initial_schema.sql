-- @message Initial schema: clients, workflow, issues, pull requests and their seed data

-- Every row belongs to a client. Foreign keys between tables of a client carry client_id, so a row can only ever point
-- at rows of its own client; that is why each parent also has a unique (client_id, id).
-- Links to a parent that owns its children cascade. Links to a definition (a status, an issue type) do not: a
-- definition in use can not disappear. They are NO ACTION rather than RESTRICT, so that removing a whole client works.

-- @upgrade

CREATE FUNCTION set_last_updated_at() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.last_updated_at := now();
    RETURN NEW;
END;
$$;

COMMENT ON FUNCTION set_last_updated_at() IS
    'Keeps last_updated_at true whoever writes; used by a trigger on each table.';

-- Core tables

CREATE TABLE clients (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name            varchar(100) NOT NULL,
    website         varchar(255),
    active          boolean      NOT NULL DEFAULT true,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT clients_name_key UNIQUE (name),
    CONSTRAINT clients_name_not_blank CHECK (btrim(name) <> '')
);

CREATE TABLE users (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    email           varchar(320) NOT NULL,
    first_name      varchar(100),
    last_name       varchar(100),
    role            varchar(20)  NOT NULL DEFAULT 'viewer',
    auth_provider   varchar(20)  NOT NULL DEFAULT 'local',
    external_id     varchar(255),
    password_hash   varchar(255),
    active          boolean      NOT NULL DEFAULT true,
    last_login_at   timestamptz,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT users_client_key UNIQUE (client_id, id),
    CONSTRAINT users_external_id_key UNIQUE (auth_provider, external_id),
    CONSTRAINT users_email_has_at CHECK (position('@' IN email) > 1),
    CONSTRAINT users_role_known CHECK (role IN ('admin', 'editor', 'viewer')),
    CONSTRAINT users_auth_provider_known CHECK (auth_provider IN ('local', 'oidc', 'saml')),
    CONSTRAINT users_local_has_password CHECK (auth_provider <> 'local' OR password_hash IS NOT NULL)
);

-- People sign in with their address alone and type it in any case.
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

CREATE TABLE user_sessions (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id  bigint       NOT NULL,
    user_id    bigint       NOT NULL,
    token_hash varchar(128) NOT NULL,
    ip_address inet,
    user_agent text,
    created_at timestamptz  NOT NULL DEFAULT now(),
    expires_at timestamptz  NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT user_sessions_token_hash_key UNIQUE (token_hash),
    CONSTRAINT user_sessions_expire_later CHECK (expires_at > created_at),
    CONSTRAINT user_sessions_user_fkey FOREIGN KEY (client_id, user_id)
        REFERENCES users (client_id, id) ON DELETE CASCADE
);

CREATE INDEX user_sessions_user_idx ON user_sessions (client_id, user_id);
CREATE INDEX user_sessions_live_idx ON user_sessions (expires_at) WHERE revoked_at IS NULL;

CREATE TABLE user_permissions (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id  bigint      NOT NULL,
    user_id    bigint      NOT NULL,
    resource   varchar(60) NOT NULL,
    action     varchar(30) NOT NULL,
    granted    boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_permissions_key UNIQUE (client_id, user_id, resource, action),
    CONSTRAINT user_permissions_action_known CHECK (action IN ('read', 'write', 'delete', 'execute', 'admin')),
    CONSTRAINT user_permissions_user_fkey FOREIGN KEY (client_id, user_id)
        REFERENCES users (client_id, id) ON DELETE CASCADE
);

CREATE TABLE integrations (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id        bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    name             varchar(100) NOT NULL,
    kind             varchar(20)  NOT NULL,
    base_url         varchar(500),
    username         varchar(320),
    encrypted_secret text,
    settings         jsonb        NOT NULL DEFAULT '{}',
    active           boolean      NOT NULL DEFAULT true,
    last_sync_at     timestamptz,
    created_at       timestamptz  NOT NULL DEFAULT now(),
    last_updated_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT integrations_client_key UNIQUE (client_id, id),
    CONSTRAINT integrations_name_key UNIQUE (client_id, name),
    CONSTRAINT integrations_kind_known CHECK (kind IN ('jira', 'github', 'gitlab', 'azure_devops', 'other')),
    CONSTRAINT integrations_settings_are_object CHECK (jsonb_typeof(settings) = 'object')
);

CREATE TABLE projects (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL,
    integration_id  bigint       NOT NULL,
    external_id     varchar(100) NOT NULL,
    key             varchar(50)  NOT NULL,
    name            varchar(255) NOT NULL,
    project_type    varchar(50),
    active          boolean      NOT NULL DEFAULT true,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT projects_client_key UNIQUE (client_id, id),
    CONSTRAINT projects_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT projects_key_key UNIQUE (client_id, integration_id, key),
    CONSTRAINT projects_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE
);

-- Workflow tables

CREATE TABLE flow_steps (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    name            varchar(100) NOT NULL,
    step_number     smallint     NOT NULL,
    category        varchar(20)  NOT NULL,
    active          boolean      NOT NULL DEFAULT true,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT flow_steps_client_key UNIQUE (client_id, id),
    CONSTRAINT flow_steps_name_key UNIQUE (client_id, name),
    CONSTRAINT flow_steps_step_number_key UNIQUE (client_id, step_number),
    CONSTRAINT flow_steps_step_number_positive CHECK (step_number > 0),
    CONSTRAINT flow_steps_category_known CHECK (category IN ('to_do', 'in_progress', 'waiting', 'done'))
);

CREATE TABLE status_mappings (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    flow_step_id    bigint       NOT NULL,
    status_from     varchar(100) NOT NULL,
    active          boolean      NOT NULL DEFAULT true,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT status_mappings_client_key UNIQUE (client_id, id),
    CONSTRAINT status_mappings_flow_step_fkey FOREIGN KEY (client_id, flow_step_id)
        REFERENCES flow_steps (client_id, id)
);

CREATE INDEX status_mappings_flow_step_idx ON status_mappings (client_id, flow_step_id);

-- 'In review' and 'In Review' are one status to everybody but a database.
CREATE UNIQUE INDEX status_mappings_status_from_key ON status_mappings (client_id, lower(status_from));

CREATE TABLE issuetype_mappings (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    issuetype_from  varchar(100) NOT NULL,
    issuetype_to    varchar(100) NOT NULL,
    hierarchy_level smallint     NOT NULL,
    active          boolean      NOT NULL DEFAULT true,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT issuetype_mappings_client_key UNIQUE (client_id, id),
    CONSTRAINT issuetype_mappings_hierarchy_level_range CHECK (hierarchy_level BETWEEN -1 AND 4)
);

CREATE INDEX issuetype_mappings_level_idx ON issuetype_mappings (client_id, hierarchy_level);
CREATE UNIQUE INDEX issuetype_mappings_issuetype_from_key ON issuetype_mappings (client_id, lower(issuetype_from));

CREATE TABLE issuetypes (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id            bigint       NOT NULL,
    integration_id       bigint       NOT NULL,
    issuetype_mapping_id bigint,
    external_id          varchar(100) NOT NULL,
    original_name        varchar(100) NOT NULL,
    description          text,
    hierarchy_level      smallint     NOT NULL DEFAULT 0,
    active               boolean      NOT NULL DEFAULT true,
    created_at           timestamptz  NOT NULL DEFAULT now(),
    last_updated_at      timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT issuetypes_client_key UNIQUE (client_id, id),
    CONSTRAINT issuetypes_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT issuetypes_hierarchy_level_range CHECK (hierarchy_level BETWEEN -1 AND 4),
    CONSTRAINT issuetypes_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT issuetypes_mapping_fkey FOREIGN KEY (client_id, issuetype_mapping_id)
        REFERENCES issuetype_mappings (client_id, id)
);

CREATE INDEX issuetypes_mapping_idx ON issuetypes (client_id, issuetype_mapping_id);

CREATE TABLE statuses (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id         bigint       NOT NULL,
    integration_id    bigint       NOT NULL,
    status_mapping_id bigint,
    external_id       varchar(100) NOT NULL,
    original_name     varchar(100) NOT NULL,
    description       text,
    category          varchar(50),
    active            boolean      NOT NULL DEFAULT true,
    created_at        timestamptz  NOT NULL DEFAULT now(),
    last_updated_at   timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT statuses_client_key UNIQUE (client_id, id),
    CONSTRAINT statuses_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT statuses_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT statuses_mapping_fkey FOREIGN KEY (client_id, status_mapping_id)
        REFERENCES status_mappings (client_id, id)
);

CREATE INDEX statuses_mapping_idx ON statuses (client_id, status_mapping_id);

-- Data tables

CREATE TABLE issues (
    id                        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id                 bigint       NOT NULL,
    integration_id            bigint       NOT NULL,
    project_id                bigint       NOT NULL,
    issuetype_id              bigint,
    status_id                 bigint,
    external_id               varchar(100) NOT NULL,
    key                       varchar(50)  NOT NULL,
    -- The key, not the id: a sync may bring a child before its parent.
    parent_key                varchar(50),
    summary                   text         NOT NULL,
    description               text,
    acceptance_criteria       text,
    priority                  varchar(50),
    resolution                varchar(100),
    assignee                  varchar(255),
    reporter                  varchar(255),
    team                      varchar(255),
    labels                    text[]       NOT NULL DEFAULT '{}',
    story_points              numeric(6, 2),
    level_number              smallint     NOT NULL DEFAULT 0,
    issue_created_at          timestamptz,
    issue_updated_at          timestamptz,
    -- Workflow analysis, worked out from issue_changelogs after each sync
    work_first_committed_at   timestamptz,
    work_first_started_at     timestamptz,
    work_last_started_at      timestamptz,
    work_first_completed_at   timestamptz,
    work_last_completed_at    timestamptz,
    total_work_starts         integer      NOT NULL DEFAULT 0,
    total_completions         integer      NOT NULL DEFAULT 0,
    total_backlog_returns     integer      NOT NULL DEFAULT 0,
    total_work_seconds        bigint       NOT NULL DEFAULT 0,
    total_review_seconds      bigint       NOT NULL DEFAULT 0,
    total_waiting_seconds     bigint       NOT NULL DEFAULT 0,
    cycle_time_seconds        bigint,
    lead_time_seconds         bigint,
    workflow_complexity_score integer      NOT NULL DEFAULT 0,
    rework_detected           boolean      NOT NULL DEFAULT false,
    completed_directly        boolean      NOT NULL DEFAULT false,
    -- What each integration puts here is in its settings
    custom_field_01           text,
    custom_field_02           text,
    custom_field_03           text,
    custom_field_04           text,
    custom_field_05           text,
    custom_field_06           text,
    custom_field_07           text,
    custom_field_08           text,
    custom_field_09           text,
    custom_field_10           text,
    custom_field_11           text,
    custom_field_12           text,
    custom_field_13           text,
    custom_field_14           text,
    custom_field_15           text,
    custom_field_16           text,
    custom_field_17           text,
    custom_field_18           text,
    custom_field_19           text,
    custom_field_20           text,
    active                    boolean      NOT NULL DEFAULT true,
    created_at                timestamptz  NOT NULL DEFAULT now(),
    last_updated_at           timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT issues_client_key UNIQUE (client_id, id),
    CONSTRAINT issues_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT issues_key_key UNIQUE (client_id, integration_id, key),
    CONSTRAINT issues_level_number_range CHECK (level_number BETWEEN -1 AND 4),
    CONSTRAINT issues_story_points_not_negative CHECK (story_points >= 0),
    CONSTRAINT issues_not_own_parent CHECK (parent_key <> key),
    CONSTRAINT issues_counters_not_negative CHECK (
        total_work_starts >= 0 AND total_completions >= 0 AND total_backlog_returns >= 0
        AND workflow_complexity_score >= 0),
    CONSTRAINT issues_durations_not_negative CHECK (
        total_work_seconds >= 0 AND total_review_seconds >= 0 AND total_waiting_seconds >= 0
        AND cycle_time_seconds >= 0 AND lead_time_seconds >= 0),
    CONSTRAINT issues_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT issues_project_fkey FOREIGN KEY (client_id, project_id)
        REFERENCES projects (client_id, id) ON DELETE CASCADE,
    CONSTRAINT issues_issuetype_fkey FOREIGN KEY (client_id, issuetype_id) REFERENCES issuetypes (client_id, id),
    CONSTRAINT issues_status_fkey FOREIGN KEY (client_id, status_id) REFERENCES statuses (client_id, id)
);

CREATE INDEX issues_project_idx ON issues (client_id, project_id);
CREATE INDEX issues_issuetype_idx ON issues (client_id, issuetype_id);
CREATE INDEX issues_status_idx ON issues (client_id, status_id);
CREATE INDEX issues_parent_key_idx ON issues (client_id, parent_key) WHERE parent_key IS NOT NULL;
CREATE INDEX issues_team_idx ON issues (client_id, team) WHERE team IS NOT NULL;
CREATE INDEX issues_updated_idx ON issues (client_id, issue_updated_at DESC);
CREATE INDEX issues_completed_idx ON issues (client_id, work_last_completed_at)
    WHERE work_last_completed_at IS NOT NULL;

CREATE TABLE issue_changelogs (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id              bigint       NOT NULL,
    integration_id         bigint       NOT NULL,
    issue_id               bigint       NOT NULL,
    from_status_id         bigint,
    to_status_id           bigint,
    external_id            varchar(100) NOT NULL,
    changed_by             varchar(255),
    transition_started_at  timestamptz,
    changed_at             timestamptz  NOT NULL,
    time_in_status_seconds bigint,
    created_at             timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT issue_changelogs_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT issue_changelogs_in_order CHECK (transition_started_at <= changed_at),
    CONSTRAINT issue_changelogs_time_not_negative CHECK (time_in_status_seconds >= 0),
    CONSTRAINT issue_changelogs_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT issue_changelogs_issue_fkey FOREIGN KEY (client_id, issue_id)
        REFERENCES issues (client_id, id) ON DELETE CASCADE,
    CONSTRAINT issue_changelogs_from_status_fkey FOREIGN KEY (client_id, from_status_id)
        REFERENCES statuses (client_id, id),
    CONSTRAINT issue_changelogs_to_status_fkey FOREIGN KEY (client_id, to_status_id) REFERENCES statuses (client_id, id)
);

CREATE INDEX issue_changelogs_issue_idx ON issue_changelogs (client_id, issue_id, changed_at);
CREATE INDEX issue_changelogs_from_status_idx ON issue_changelogs (client_id, from_status_id);
CREATE INDEX issue_changelogs_to_status_idx ON issue_changelogs (client_id, to_status_id);

CREATE TABLE repositories (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL,
    integration_id  bigint       NOT NULL,
    external_id     varchar(100) NOT NULL,
    name            varchar(255) NOT NULL,
    full_name       varchar(512) NOT NULL,
    description     text,
    url             varchar(500),
    language        varchar(60),
    default_branch  varchar(255),
    visibility      varchar(20)  NOT NULL DEFAULT 'private',
    archived        boolean      NOT NULL DEFAULT false,
    topics          text[]       NOT NULL DEFAULT '{}',
    pushed_at       timestamptz,
    repo_created_at timestamptz,
    repo_updated_at timestamptz,
    active          boolean      NOT NULL DEFAULT true,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT repositories_client_key UNIQUE (client_id, id),
    CONSTRAINT repositories_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT repositories_full_name_key UNIQUE (client_id, integration_id, full_name),
    CONSTRAINT repositories_visibility_known CHECK (visibility IN ('public', 'internal', 'private')),
    CONSTRAINT repositories_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE
);

CREATE INDEX repositories_pushed_idx ON repositories (client_id, pushed_at DESC);

CREATE TABLE pull_requests (
    id                       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id                bigint       NOT NULL,
    integration_id           bigint       NOT NULL,
    repository_id            bigint       NOT NULL,
    issue_id                 bigint,
    external_id              varchar(100) NOT NULL,
    number                   integer      NOT NULL,
    title                    text         NOT NULL,
    body                     text,
    author                   varchar(255),
    status                   varchar(20)  NOT NULL,
    draft                    boolean      NOT NULL DEFAULT false,
    source_branch            varchar(255),
    target_branch            varchar(255),
    url                      varchar(500),
    merged_by                varchar(255),
    pr_created_at            timestamptz  NOT NULL,
    pr_updated_at            timestamptz,
    closed_at                timestamptz,
    merged_at                timestamptz,
    commit_count             integer      NOT NULL DEFAULT 0,
    additions                integer      NOT NULL DEFAULT 0,
    deletions                integer      NOT NULL DEFAULT 0,
    changed_files            integer      NOT NULL DEFAULT 0,
    -- Review metrics
    first_review_at          timestamptz,
    reviewers                integer      NOT NULL DEFAULT 0,
    review_cycles            integer      NOT NULL DEFAULT 0,
    rework_commit_count      integer      NOT NULL DEFAULT 0,
    review_comment_count     integer      NOT NULL DEFAULT 0,
    discussion_comment_count integer      NOT NULL DEFAULT 0,
    active                   boolean      NOT NULL DEFAULT true,
    created_at               timestamptz  NOT NULL DEFAULT now(),
    last_updated_at          timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT pull_requests_client_key UNIQUE (client_id, id),
    CONSTRAINT pull_requests_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT pull_requests_number_key UNIQUE (client_id, repository_id, number),
    CONSTRAINT pull_requests_number_positive CHECK (number > 0),
    CONSTRAINT pull_requests_status_known CHECK (status IN ('open', 'closed', 'merged')),
    CONSTRAINT pull_requests_merged_has_time CHECK ((status = 'merged') = (merged_at IS NOT NULL)),
    CONSTRAINT pull_requests_counts_not_negative CHECK (
        commit_count >= 0 AND additions >= 0 AND deletions >= 0 AND changed_files >= 0 AND reviewers >= 0
        AND review_cycles >= 0 AND rework_commit_count >= 0 AND review_comment_count >= 0
        AND discussion_comment_count >= 0),
    CONSTRAINT pull_requests_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT pull_requests_repository_fkey FOREIGN KEY (client_id, repository_id)
        REFERENCES repositories (client_id, id) ON DELETE CASCADE,
    CONSTRAINT pull_requests_issue_fkey FOREIGN KEY (client_id, issue_id) REFERENCES issues (client_id, id)
);

CREATE INDEX pull_requests_issue_idx ON pull_requests (client_id, issue_id);
CREATE INDEX pull_requests_author_idx ON pull_requests (client_id, author, pr_created_at DESC);
CREATE INDEX pull_requests_merged_idx ON pull_requests (client_id, merged_at DESC) WHERE merged_at IS NOT NULL;
CREATE INDEX pull_requests_open_idx ON pull_requests (client_id, pr_created_at) WHERE status = 'open';

CREATE TABLE pull_request_reviews (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL,
    integration_id  bigint       NOT NULL,
    pull_request_id bigint       NOT NULL,
    external_id     varchar(100) NOT NULL,
    reviewer        varchar(255),
    state           varchar(30)  NOT NULL,
    body            text,
    submitted_at    timestamptz,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT pull_request_reviews_external_id_key UNIQUE (client_id, integration_id, external_id),
    CONSTRAINT pull_request_reviews_state_known
        CHECK (state IN ('approved', 'changes_requested', 'commented', 'dismissed', 'pending')),
    CONSTRAINT pull_request_reviews_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT pull_request_reviews_pull_request_fkey FOREIGN KEY (client_id, pull_request_id)
        REFERENCES pull_requests (client_id, id) ON DELETE CASCADE
);

CREATE INDEX pull_request_reviews_pull_request_idx ON pull_request_reviews (client_id, pull_request_id, submitted_at);
CREATE INDEX pull_request_reviews_reviewer_idx ON pull_request_reviews (client_id, reviewer);

CREATE TABLE pull_request_commits (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL,
    integration_id  bigint       NOT NULL,
    pull_request_id bigint       NOT NULL,
    -- The SHA; one commit may be part of several pull requests
    external_id     varchar(64)  NOT NULL,
    author_name     varchar(255),
    author_email    varchar(320),
    committer_name  varchar(255),
    committer_email varchar(320),
    message         text,
    authored_at     timestamptz,
    committed_at    timestamptz,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT pull_request_commits_external_id_key UNIQUE (client_id, pull_request_id, external_id),
    CONSTRAINT pull_request_commits_sha CHECK (external_id ~ '^[0-9a-f]{40}([0-9a-f]{24})?$'),
    CONSTRAINT pull_request_commits_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT pull_request_commits_pull_request_fkey FOREIGN KEY (client_id, pull_request_id)
        REFERENCES pull_requests (client_id, id) ON DELETE CASCADE
);

CREATE INDEX pull_request_commits_integration_idx ON pull_request_commits (client_id, integration_id);
CREATE INDEX pull_request_commits_sha_idx ON pull_request_commits (client_id, external_id);

CREATE TABLE pull_request_comments (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL,
    integration_id  bigint       NOT NULL,
    pull_request_id bigint       NOT NULL,
    external_id     varchar(100) NOT NULL,
    author          varchar(255),
    kind            varchar(20)  NOT NULL,
    body            text,
    file_path       text,
    line            integer,
    commented_at    timestamptz,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT pull_request_comments_external_id_key UNIQUE (client_id, integration_id, kind, external_id),
    CONSTRAINT pull_request_comments_kind_known CHECK (kind IN ('discussion', 'review')),
    CONSTRAINT pull_request_comments_line_positive CHECK (line > 0),
    CONSTRAINT pull_request_comments_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT pull_request_comments_pull_request_fkey FOREIGN KEY (client_id, pull_request_id)
        REFERENCES pull_requests (client_id, id) ON DELETE CASCADE
);

CREATE INDEX pull_request_comments_pull_request_idx ON pull_request_comments (client_id, pull_request_id, commented_at);

-- Jira names a pull request by repository and number, often before that repository has been synchronised; hence no
-- foreign key to pull_requests.
CREATE TABLE jira_pull_request_links (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id           bigint       NOT NULL,
    integration_id      bigint       NOT NULL,
    issue_id            bigint       NOT NULL,
    external_repo_id    varchar(100) NOT NULL,
    repo_full_name      varchar(512),
    pull_request_number integer      NOT NULL,
    branch_name         varchar(255),
    commit_sha          varchar(64),
    pull_request_status varchar(30),
    created_at          timestamptz  NOT NULL DEFAULT now(),
    last_updated_at     timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT jira_pull_request_links_key UNIQUE (client_id, issue_id, external_repo_id, pull_request_number),
    CONSTRAINT jira_pull_request_links_number_positive CHECK (pull_request_number > 0),
    CONSTRAINT jira_pull_request_links_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE,
    CONSTRAINT jira_pull_request_links_issue_fkey FOREIGN KEY (client_id, issue_id)
        REFERENCES issues (client_id, id) ON DELETE CASCADE
);

CREATE INDEX jira_pull_request_links_integration_idx ON jira_pull_request_links (client_id, integration_id);
CREATE INDEX jira_pull_request_links_pull_request_idx
    ON jira_pull_request_links (client_id, external_repo_id, pull_request_number);

-- System tables

CREATE TABLE system_settings (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id       bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    key             varchar(100) NOT NULL,
    value           text         NOT NULL,
    value_type      varchar(20)  NOT NULL DEFAULT 'string',
    description     text,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    last_updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT system_settings_key_key UNIQUE (client_id, key),
    CONSTRAINT system_settings_value_type_known
        CHECK (value_type IN ('string', 'integer', 'decimal', 'boolean', 'json')),
    CONSTRAINT system_settings_value_fits_type CHECK (
        CASE value_type
            WHEN 'integer' THEN value ~ '^-?[0-9]+$'
            WHEN 'decimal' THEN value ~ '^-?[0-9]+([.][0-9]+)?$'
            WHEN 'boolean' THEN value IN ('true', 'false')
            ELSE true
        END)
);

CREATE TABLE job_schedules (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id        bigint       NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    integration_id   bigint,
    job_name         varchar(100) NOT NULL,
    execution_order  smallint     NOT NULL,
    interval_minutes integer      NOT NULL DEFAULT 60,
    status           varchar(20)  NOT NULL DEFAULT 'ready',
    retry_count      integer      NOT NULL DEFAULT 0,
    last_started_at  timestamptz,
    last_finished_at timestamptz,
    last_success_at  timestamptz,
    next_run_at      timestamptz,
    error_message    text,
    checkpoint       jsonb,
    active           boolean      NOT NULL DEFAULT true,
    created_at       timestamptz  NOT NULL DEFAULT now(),
    last_updated_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT job_schedules_job_name_key UNIQUE (client_id, job_name),
    CONSTRAINT job_schedules_execution_order_key UNIQUE (client_id, execution_order),
    CONSTRAINT job_schedules_status_known CHECK (status IN ('ready', 'running', 'finished', 'failed', 'paused')),
    CONSTRAINT job_schedules_interval_positive CHECK (interval_minutes > 0),
    CONSTRAINT job_schedules_retry_count_not_negative CHECK (retry_count >= 0),
    CONSTRAINT job_schedules_failed_says_why CHECK (status <> 'failed' OR error_message IS NOT NULL),
    CONSTRAINT job_schedules_integration_fkey FOREIGN KEY (client_id, integration_id)
        REFERENCES integrations (client_id, id) ON DELETE CASCADE
);

CREATE INDEX job_schedules_integration_idx ON job_schedules (client_id, integration_id);
CREATE INDEX job_schedules_due_idx ON job_schedules (next_run_at) WHERE active AND status <> 'paused';

-- Relationship tables

CREATE TABLE projects_issuetypes (
    client_id    bigint NOT NULL,
    project_id   bigint NOT NULL,
    issuetype_id bigint NOT NULL,
    PRIMARY KEY (client_id, project_id, issuetype_id),
    CONSTRAINT projects_issuetypes_project_fkey FOREIGN KEY (client_id, project_id)
        REFERENCES projects (client_id, id) ON DELETE CASCADE,
    CONSTRAINT projects_issuetypes_issuetype_fkey FOREIGN KEY (client_id, issuetype_id)
        REFERENCES issuetypes (client_id, id) ON DELETE CASCADE
);

CREATE INDEX projects_issuetypes_issuetype_idx ON projects_issuetypes (client_id, issuetype_id);

CREATE TABLE projects_statuses (
    client_id  bigint NOT NULL,
    project_id bigint NOT NULL,
    status_id  bigint NOT NULL,
    PRIMARY KEY (client_id, project_id, status_id),
    CONSTRAINT projects_statuses_project_fkey FOREIGN KEY (client_id, project_id)
        REFERENCES projects (client_id, id) ON DELETE CASCADE,
    CONSTRAINT projects_statuses_status_fkey FOREIGN KEY (client_id, status_id)
        REFERENCES statuses (client_id, id) ON DELETE CASCADE
);

CREATE INDEX projects_statuses_status_idx ON projects_statuses (client_id, status_id);

-- last_updated_at

CREATE TRIGGER clients_touch BEFORE UPDATE ON clients
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER users_touch BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER integrations_touch BEFORE UPDATE ON integrations
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER projects_touch BEFORE UPDATE ON projects
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER flow_steps_touch BEFORE UPDATE ON flow_steps
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER status_mappings_touch BEFORE UPDATE ON status_mappings
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER issuetype_mappings_touch BEFORE UPDATE ON issuetype_mappings
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER issuetypes_touch BEFORE UPDATE ON issuetypes
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER statuses_touch BEFORE UPDATE ON statuses
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER issues_touch BEFORE UPDATE ON issues
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER repositories_touch BEFORE UPDATE ON repositories
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER pull_requests_touch BEFORE UPDATE ON pull_requests
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER jira_pull_request_links_touch BEFORE UPDATE ON jira_pull_request_links
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER system_settings_touch BEFORE UPDATE ON system_settings
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();
CREATE TRIGGER job_schedules_touch BEFORE UPDATE ON job_schedules
    FOR EACH ROW EXECUTE FUNCTION set_last_updated_at();

-- Seed data

INSERT INTO clients (name, website) VALUES ('WEX', 'https://www.wexinc.com');

INSERT INTO flow_steps (client_id, name, step_number, category)
SELECT c.id, step.name, step.step_number, step.category
FROM clients c
CROSS JOIN (VALUES
    (1, 'Backlog', 'to_do'),
    (2, 'Refinement', 'to_do'),
    (3, 'Ready for Development', 'waiting'),
    (4, 'Analysis', 'in_progress'),
    (5, 'Development', 'in_progress'),
    (6, 'Code Review', 'in_progress'),
    (7, 'Ready for Testing', 'waiting'),
    (8, 'Testing', 'in_progress'),
    (9, 'Ready for Acceptance', 'waiting'),
    (10, 'Acceptance', 'in_progress'),
    (11, 'Ready for Release', 'waiting'),
    (12, 'Done', 'done')
) AS step (step_number, name, category)
WHERE c.name = 'WEX';

INSERT INTO status_mappings (client_id, flow_step_id, status_from)
SELECT c.id, f.id, mapping.status_from
FROM clients c
CROSS JOIN (VALUES
    ('Backlog', 'Backlog'),
    ('New', 'Backlog'),
    ('Open', 'Backlog'),
    ('Created', 'Backlog'),
    ('Reopened', 'Backlog'),
    ('Triage', 'Backlog'),
    ('Funnel', 'Backlog'),
    ('Proposed', 'Backlog'),
    ('Refinement', 'Refinement'),
    ('In Refinement', 'Refinement'),
    ('Needs Refinement', 'Refinement'),
    ('Grooming', 'Refinement'),
    ('Estimation', 'Refinement'),
    ('To Do', 'Ready for Development'),
    ('Ready', 'Ready for Development'),
    ('Ready for Development', 'Ready for Development'),
    ('Ready for Dev', 'Ready for Development'),
    ('Committed', 'Ready for Development'),
    ('Selected for Development', 'Ready for Development'),
    ('Planned', 'Ready for Development'),
    ('Analysis', 'Analysis'),
    ('In Analysis', 'Analysis'),
    ('Discovery', 'Analysis'),
    ('Design', 'Analysis'),
    ('In Design', 'Analysis'),
    ('Spike', 'Analysis'),
    ('In Progress', 'Development'),
    ('Development', 'Development'),
    ('In Development', 'Development'),
    ('Coding', 'Development'),
    ('Coding Done', 'Development'),
    ('Rework', 'Development'),
    ('On Hold', 'Development'),
    ('Blocked', 'Development'),
    ('Code Review', 'Code Review'),
    ('In Review', 'Code Review'),
    ('Peer Review', 'Code Review'),
    ('Pull Request', 'Code Review'),
    ('Ready for Review', 'Code Review'),
    ('Ready for Test', 'Ready for Testing'),
    ('Ready for Testing', 'Ready for Testing'),
    ('Ready for QA', 'Ready for Testing'),
    ('Test Queue', 'Ready for Testing'),
    ('Testing', 'Testing'),
    ('In Testing', 'Testing'),
    ('In Test', 'Testing'),
    ('QA', 'Testing'),
    ('In QA', 'Testing'),
    ('Regression Testing', 'Testing'),
    ('Verification', 'Testing'),
    ('Ready for UAT', 'Ready for Acceptance'),
    ('Ready for Acceptance', 'Ready for Acceptance'),
    ('Ready for Demo', 'Ready for Acceptance'),
    ('UAT', 'Acceptance'),
    ('In UAT', 'Acceptance'),
    ('Acceptance', 'Acceptance'),
    ('User Acceptance Testing', 'Acceptance'),
    ('Pending Approval', 'Acceptance'),
    ('Ready for Release', 'Ready for Release'),
    ('Ready for Production', 'Ready for Release'),
    ('Ready to Deploy', 'Ready for Release'),
    ('Release Approval', 'Ready for Release'),
    ('Staged', 'Ready for Release'),
    ('Done', 'Done'),
    ('Closed', 'Done'),
    ('Resolved', 'Done'),
    ('Released', 'Done'),
    ('Deployed', 'Done'),
    ('Completed', 'Done'),
    ('Cancelled', 'Done'),
    ('Rejected', 'Done'),
    ('Won''t Do', 'Done')
) AS mapping (status_from, flow_step)
JOIN flow_steps f ON f.client_id = c.id AND f.name = mapping.flow_step
WHERE c.name = 'WEX';

INSERT INTO issuetype_mappings (client_id, issuetype_from, issuetype_to, hierarchy_level)
SELECT c.id, mapping.issuetype_from, mapping.issuetype_to, mapping.hierarchy_level
FROM clients c
CROSS JOIN (VALUES
    ('Capital Investment', 'Capital Investment', 4),
    ('Investment', 'Capital Investment', 4),
    ('Strategic Theme', 'Capital Investment', 4),
    ('Product Objective', 'Product Objective', 3),
    ('Objective', 'Product Objective', 3),
    ('Initiative', 'Product Objective', 3),
    ('Milestone', 'Milestone', 2),
    ('Feature', 'Milestone', 2),
    ('Capability', 'Milestone', 2),
    ('Epic', 'Epic', 1),
    ('Business Epic', 'Epic', 1),
    ('Enabler Epic', 'Epic', 1),
    ('Story', 'Story', 0),
    ('User Story', 'Story', 0),
    ('Requirement', 'Story', 0),
    ('Change Request', 'Story', 0),
    ('Task', 'Task', 0),
    ('Chore', 'Task', 0),
    ('Spike', 'Task', 0),
    ('Research', 'Task', 0),
    ('Technical Task', 'Tech Enhancement', 0),
    ('Tech Debt', 'Tech Enhancement', 0),
    ('Improvement', 'Tech Enhancement', 0),
    ('Bug', 'Defect', 0),
    ('Defect', 'Defect', 0),
    ('Incident', 'Defect', 0),
    ('Production Issue', 'Defect', 0),
    ('Sub-task', 'Sub-task', -1),
    ('Subtask', 'Sub-task', -1),
    ('Sub Task', 'Sub-task', -1),
    ('Sub-bug', 'Sub-task', -1)
) AS mapping (issuetype_from, issuetype_to, hierarchy_level)
WHERE c.name = 'WEX';

INSERT INTO system_settings (client_id, key, value, value_type, description)
SELECT c.id, setting.key, setting.value, setting.value_type, setting.description
FROM clients c
CROSS JOIN (VALUES
    ('orchestrator.enabled', 'true', 'boolean', 'Whether scheduled jobs run at all.'),
    ('orchestrator.interval-minutes', '60', 'integer', 'Minutes between two rounds of jobs.'),
    ('orchestrator.retry-limit', '3', 'integer', 'How often a failed job is tried again before it is paused.'),
    ('sync.page-size', '100', 'integer', 'Issues or pull requests asked for in one call.'),
    ('report.rework-threshold', '0.25', 'decimal', 'Share of reworked issues above which a team is flagged.'),
    ('theme.palette', '{"primary": "#1f2937", "accent": "#c8102e"}', 'json', 'Colours of the dashboard.')
) AS setting (key, value, value_type, description)
WHERE c.name = 'WEX';

INSERT INTO job_schedules (client_id, job_name, execution_order, interval_minutes, status)
SELECT c.id, job.job_name, job.execution_order, job.interval_minutes, job.status
FROM clients c
CROSS JOIN (VALUES
    ('jira-sync', 1, 60, 'ready'),
    ('github-sync', 2, 60, 'ready'),
    ('workflow-analysis', 3, 120, 'ready'),
    ('session-cleanup', 4, 1440, 'paused')
) AS job (job_name, execution_order, interval_minutes, status)
WHERE c.name = 'WEX';

-- @downgrade

-- Children first. No CASCADE: if something unknown still depends on a table, this must fail instead of taking it along.
DROP TABLE projects_statuses;
DROP TABLE projects_issuetypes;
DROP TABLE job_schedules;
DROP TABLE system_settings;
DROP TABLE jira_pull_request_links;
DROP TABLE pull_request_comments;
DROP TABLE pull_request_commits;
DROP TABLE pull_request_reviews;
DROP TABLE pull_requests;
DROP TABLE repositories;
DROP TABLE issue_changelogs;
DROP TABLE issues;
DROP TABLE statuses;
DROP TABLE issuetypes;
DROP TABLE issuetype_mappings;
DROP TABLE status_mappings;
DROP TABLE flow_steps;
DROP TABLE projects;
DROP TABLE integrations;
DROP TABLE user_permissions;
DROP TABLE user_sessions;
DROP TABLE users;
DROP TABLE clients;
DROP FUNCTION set_last_updated_at();
