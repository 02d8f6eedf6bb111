/**
 * SQL: of `run`, that it came to its end. Where every step was skipped, nothing was tried: that says nothing of the procedure.
 */
export const WAS_TRIED = `run.ended_at is not null and run.status in ('completed', 'completed_with_exceptions')
  and (run.exception_count = 0 or exists (
    select from run_step s where s.run_id = run.id and s.status in ('completed', 'overridden')))`;
