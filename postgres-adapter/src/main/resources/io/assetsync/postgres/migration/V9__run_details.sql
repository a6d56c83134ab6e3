-- What runs are about, how long their phases take, and every row whose removal was held back.

alter table run
  add column subject_run bigint,
  add column reading_ms bigint,
  add column planning_ms bigint,
  add column confirming_ms bigint,
  add column publishing_ms bigint;
comment on column run.subject_run is
  'Earlier run that it is about: the first one it undoes, or the one whose held removals a person has approved; null otherwise.';
comment on column run.reading_ms is
  'Milliseconds in which it read Snipe-IT and staged rows; null if it did not come to that.';
comment on column run.planning_ms is
  'Milliseconds in which it compared with the mirror; null if it did not come to that.';
comment on column run.confirming_ms is
  'Milliseconds in which it asked Snipe-IT by id for rows no longer listed; null if it had nothing to ask.';
comment on column run.publishing_ms is
  'Milliseconds in which it wrote to the mirror; null if it had nothing to write.';
comment on column run.mode is
  'How far it went: full, changes, which never removes what it does not see, preview, which publishes nothing, or undo, which reads nothing and puts the mirror back.';

alter table run_type
  add column reading_ms bigint not null default 0,
  add column held_ids bigint[] not null default '{}';
comment on table run_type is
  'What runs did with each type. If the run did not publish, what it would have changed; zeros if it failed before it knew.';
comment on column run_type.reading_ms is 'Milliseconds in which it was read.';
comment on column run_type.held_ids is
  'Ids of the rows no longer listed, kept because of an objection: what an approval of the run lets go.';
comment on column run_type.completeness is
  'What absence from the listing means: complete, partial, incomplete or forbidden; unread if the run changed rows without reading them.';

-- A run that was undone is no success any more, and undoing is none: the mirror is as old as the run before.
create or replace view freshness as
select success.id as run_id, success.finished_at, now() - success.finished_at as age
from (values (1)) as always
left join lateral (
  select run.id, run.finished_at
  from run
  where run.outcome in ('applied', 'unchanged')
  and run.mode <> 'undo'
  and not exists (
    select from run undo
    where undo.mode = 'undo' and undo.published_at is not null
    and run.id >= undo.subject_run and run.id < undo.id)
  order by run.finished_at desc
  limit 1
) as success on true;
