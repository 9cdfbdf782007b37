-- A row in every table that the revisions leave empty, each pointing at the others.
WITH wex AS (SELECT id AS client_id FROM clients WHERE name = 'WEX'),
somebody AS (
    INSERT INTO users (client_id, email, password_hash)
    SELECT client_id, 'Ada@wex.example', 'x' FROM wex RETURNING client_id, id),
a_session AS (
    INSERT INTO user_sessions (client_id, user_id, token_hash, expires_at)
    SELECT client_id, id, 'hash', now() + interval '1 hour' FROM somebody),
permission AS (
    INSERT INTO user_permissions (client_id, user_id, resource, action)
    SELECT client_id, id, 'issues', 'read' FROM somebody),
jira AS (
    INSERT INTO integrations (client_id, name, kind)
    SELECT client_id, 'Jira', 'jira' FROM wex RETURNING client_id, id AS integration_id),
project AS (
    INSERT INTO projects (client_id, integration_id, external_id, key, name)
    SELECT client_id, integration_id, '1', 'TRK', 'Tracker' FROM jira
    RETURNING client_id, id AS project_id),
kind AS (
    INSERT INTO issuetypes (client_id, integration_id, issuetype_mapping_id, external_id, original_name)
    SELECT client_id, integration_id, m.id, '1', 'Story'
    FROM jira JOIN issuetype_mappings m USING (client_id) WHERE m.issuetype_from = 'Story'
    RETURNING client_id, id AS issuetype_id),
testing AS (
    INSERT INTO statuses (client_id, integration_id, status_mapping_id, external_id, original_name)
    SELECT client_id, integration_id, m.id, '1', 'Testing'
    FROM jira JOIN status_mappings m USING (client_id) WHERE m.status_from = 'Testing'
    RETURNING client_id, id AS status_id),
links AS (
    INSERT INTO projects_issuetypes SELECT client_id, project_id, issuetype_id
    FROM project JOIN kind USING (client_id)),
more_links AS (
    INSERT INTO projects_statuses SELECT client_id, project_id, status_id
    FROM project JOIN testing USING (client_id)),
issue AS (
    INSERT INTO issues (client_id, integration_id, project_id, issuetype_id, status_id, external_id,
                        key, summary)
    SELECT client_id, integration_id, project_id, issuetype_id, status_id, '1', 'TRK-1', 'Search'
    FROM jira JOIN project USING (client_id) JOIN kind USING (client_id) JOIN testing USING (client_id)
    RETURNING client_id, integration_id, id AS issue_id, status_id),
changelog AS (
    INSERT INTO issue_changelogs (client_id, integration_id, issue_id, to_status_id, external_id,
                                  changed_at)
    SELECT client_id, integration_id, issue_id, status_id, '1', now() FROM issue),
repository AS (
    INSERT INTO repositories (client_id, integration_id, external_id, name, full_name)
    SELECT client_id, integration_id, '1', 'tracker', 'wex/tracker' FROM jira
    RETURNING client_id, id AS repository_id),
pull_request AS (
    INSERT INTO pull_requests (client_id, integration_id, repository_id, issue_id, external_id,
                               number, title, status, pr_created_at)
    SELECT client_id, integration_id, repository_id, issue_id, '1', 1, 'Search', 'open', now()
    FROM issue JOIN repository USING (client_id)
    RETURNING client_id, integration_id, id AS pull_request_id),
review AS (
    INSERT INTO pull_request_reviews (client_id, integration_id, pull_request_id, external_id, state)
    SELECT client_id, integration_id, pull_request_id, '1', 'approved' FROM pull_request),
commit AS (
    INSERT INTO pull_request_commits (client_id, integration_id, pull_request_id, external_id)
    SELECT client_id, integration_id, pull_request_id, repeat('a', 40) FROM pull_request),
comment AS (
    INSERT INTO pull_request_comments (client_id, integration_id, pull_request_id, external_id, kind)
    SELECT client_id, integration_id, pull_request_id, '1', 'review' FROM pull_request)
INSERT INTO jira_pull_request_links (client_id, integration_id, issue_id, external_repo_id,
                                     pull_request_number)
SELECT client_id, integration_id, issue_id, '1', 1 FROM issue;
