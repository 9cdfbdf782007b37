package dev.instar.run;

import java.time.Duration;

/**
 * How patient a run is.
 *
 * @param lockTimeout how long one attempt may wait for a lock, and so make others wait behind it; above the server's
 *     deadlock timeout, or an autovacuum never makes way
 * @param lockBudget how long all attempts to get the locks of one transaction may take together
 * @param concurrentLockBudget how long a {@code CONCURRENTLY} statement, behind which nobody has to wait, may be blocked
 * @param statementTimeout how long a statement in a transaction may take; zero for as long as it needs
 * @param connectRetries how often to try again when the database cannot be reached at the start
 * @param reconnectBudget how long to try to get a lost connection back
 * @param answerTimeout how long to wait for a sign of life before a connection counts as lost
 * @param allowPooler whether to trust a pooler between here and the server to keep one session for each client
 * @param manner how others are kept away, and where the run commits
 */
public record ExecutionSettings(
        Duration lockTimeout,
        Duration lockBudget,
        Duration concurrentLockBudget,
        Duration statementTimeout,
        int connectRetries,
        Duration reconnectBudget,
        Duration answerTimeout,
        boolean allowPooler,
        RunManner manner) {

    public static final ExecutionSettings DEFAULT = new ExecutionSettings(
            Duration.ofSeconds(2),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ZERO,
            0,
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            false,
            RunManner.DEFAULT);

    public ExecutionSettings withLockTimeout(Duration timeout) {
        return new ExecutionSettings(
                timeout,
                lockBudget,
                concurrentLockBudget,
                statementTimeout,
                connectRetries,
                reconnectBudget,
                answerTimeout,
                allowPooler,
                manner);
    }

    public ExecutionSettings withLockBudget(Duration budget) {
        return new ExecutionSettings(
                lockTimeout,
                budget,
                concurrentLockBudget,
                statementTimeout,
                connectRetries,
                reconnectBudget,
                answerTimeout,
                allowPooler,
                manner);
    }

    public ExecutionSettings withConcurrentLockBudget(Duration budget) {
        return new ExecutionSettings(
                lockTimeout,
                lockBudget,
                budget,
                statementTimeout,
                connectRetries,
                reconnectBudget,
                answerTimeout,
                allowPooler,
                manner);
    }

    public ExecutionSettings withConnectRetries(int retries) {
        return new ExecutionSettings(
                lockTimeout,
                lockBudget,
                concurrentLockBudget,
                statementTimeout,
                retries,
                reconnectBudget,
                answerTimeout,
                allowPooler,
                manner);
    }

    public ExecutionSettings withAnswerTimeout(Duration timeout) {
        return new ExecutionSettings(
                lockTimeout,
                lockBudget,
                concurrentLockBudget,
                statementTimeout,
                connectRetries,
                reconnectBudget,
                timeout,
                allowPooler,
                manner);
    }

    public ExecutionSettings withAllowPooler(boolean allow) {
        return new ExecutionSettings(
                lockTimeout,
                lockBudget,
                concurrentLockBudget,
                statementTimeout,
                connectRetries,
                reconnectBudget,
                answerTimeout,
                allow,
                manner);
    }

    public ExecutionSettings withManner(RunManner other) {
        return new ExecutionSettings(
                lockTimeout,
                lockBudget,
                concurrentLockBudget,
                statementTimeout,
                connectRetries,
                reconnectBudget,
                answerTimeout,
                allowPooler,
                other);
    }
}
