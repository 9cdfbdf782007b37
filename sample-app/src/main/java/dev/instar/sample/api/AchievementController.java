package dev.instar.sample.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people achieved, and the pull requests that show it. */
@RestController
@RequestMapping("/api/achievements")
class AchievementController {

    private final JdbcClient jdbc;

    AchievementController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    List<Achievement> achievements(@RequestParam @Nullable String category) {
        return jdbc.sql("""
                        SELECT a.id, a.title, a.category, a.business_value, a.impact_score, a.duration_hours,
                               a.completed_at, p.author, p.repository, p.pr_number,
                               (SELECT sum(ch.lines_added) FROM pr_code_changes ch WHERE ch.pr_achievement_id = p.id)
                                   AS lines_added,
                               (SELECT sum(ch.lines_deleted) FROM pr_code_changes ch WHERE ch.pr_achievement_id = p.id)
                                   AS lines_deleted
                        FROM achievements a
                        LEFT JOIN pr_achievements p ON p.achievement_id = a.id
                        WHERE a.category = coalesce(:category, a.category)
                        ORDER BY a.completed_at DESC
                        """)
                .param("category", category)
                .query(Achievement.class)
                .list();
    }

    record Achievement(
            long id,
            String title,
            String category,
            @Nullable String businessValue,
            @Nullable Integer impactScore,
            @Nullable BigDecimal durationHours,
            @Nullable OffsetDateTime completedAt,
            @Nullable String author,
            @Nullable String repository,
            @Nullable Integer prNumber,
            @Nullable Long linesAdded,
            @Nullable Long linesDeleted) {}
}
