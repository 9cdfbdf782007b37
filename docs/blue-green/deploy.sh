#!/bin/sh
# Migrates for the new side and lets it take over; the old side serves until the very last step. Usage:
#
#   SERVICE='java -jar shop-1.4.2.jar'       the new side's build; it finds the database as it always does
#   START_NEW='docker start shop-green'      starts the new side, with instar.mode=verify
#   HEALTHY='curl -fsS --retry 30 --retry-delay 2 --retry-all-errors http://green:8080/health'
#                                            waits for the new side, and fails when it is not fit to be switched to
#   SWITCH='sh point-nginx-at.sh green'      sends users to the new side
#   STOP_OLD='docker stop shop-blue'         ends the old side
#   LOG=/var/log/migration.log               everything that any of them says
#
# Ends with the exit code of the step that failed; before SWITCH nothing has changed for any user.
set -u
: "${SERVICE:?}" "${START_NEW:?}" "${HEALTHY:?}" "${SWITCH:?}" "${STOP_OLD:?}" "${LOG:=migration.log}"

standing='The old side stays in service'

say() {
    printf '%s  %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" | tee -a "$LOG"
}

step() {
    name=$1
    shift
    say "$name"
    "$@" >>"$LOG" 2>&1
    code=$?
    if [ "$code" -ne 0 ]; then
        say "ABORTED: '$name' ended with exit code $code. $standing; $LOG says why."
        exit "$code"
    fi
}

# Words of the commands are to be split, hence no quotes around them.
step 'Version before' $SERVICE instar current
step 'Pending revisions' $SERVICE instar plan
step 'Migration and required tables' $SERVICE --instar.mode=migrate-only
step 'Final version' $SERVICE instar current --check
step 'Start of the new side' $START_NEW
step 'Health of the new side' $HEALTHY
step 'Switch to the new side' $SWITCH
standing='Users are on the new side'
step 'Stop of the old side' $STOP_OLD
say 'Done.'
