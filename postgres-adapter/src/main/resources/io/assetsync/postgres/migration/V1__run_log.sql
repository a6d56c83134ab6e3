-- The record of all runs. Names carry no schema: the configured one comes first in the search path.

create table run (
  id bigint generated always as identity primary key,
  trigger text not null,
  mode text not null,
  outcome text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  published_at timestamptz,
  published_whole boolean,
  failure_blame text,
  failure_code text,
  failure_message text,
  constraint finished_unless_running check ((finished_at is null) = (outcome = 'running')),
  constraint failure_is_whole check (
    (failure_blame is null) = (failure_message is null)
    and (failure_code is null) = (failure_message is null))
);
create index run_running on run (id) where outcome = 'running';
create index run_success on run (finished_at) where outcome in ('applied', 'unchanged');
comment on table run is 'Runs: one row for each, whatever became of it.';
comment on column run.id is 'Number of the run; later runs have larger numbers.';
comment on column run.trigger is 'What asked for it, such as schedule, http or command line.';
comment on column run.mode is 'How far it went: full, or preview, which publishes nothing.';
comment on column run.outcome is
  'running, applied, unchanged, held, refused, previewed, skipped, cancelled, failed or interrupted.';
comment on column run.started_at is 'When it began.';
comment on column run.finished_at is 'When it ended; null while it is running.';
comment on column run.published_at is
  'When it changed the mirror; null if it did not. Written in the transaction that does so.';
comment on column run.published_whole is
  'Whether what it published left nothing out: every listing complete, no removal held back.';
comment on column run.failure_blame is
  'Whose it is to mend: source, store, nobody or bug; null unless it ended badly.';
comment on column run.failure_code is 'Stable name of the kind of failure, such as source.refused.';
comment on column run.failure_message is 'What went wrong, in one sentence.';

create table run_type (
  run_id bigint not null references run on delete cascade,
  type text not null,
  position integer not null,
  completeness text not null,
  reason text not null,
  rows_read bigint not null,
  rejected bigint not null,
  calls bigint not null,
  bytes bigint not null,
  created bigint not null,
  updated bigint not null,
  refreshed bigint not null,
  removed bigint not null,
  held bigint not null,
  unlisted bigint not null,
  primary key (run_id, type)
);
comment on table run_type is
  'What runs did with each type. If the run did not publish, what it would have changed.';
comment on column run_type.run_id is 'Run: run.id.';
comment on column run_type.type is 'Type; the mirror has a table of that name.';
comment on column run_type.position is 'Place in the order of reading, counted from zero.';
comment on column run_type.completeness is
  'What absence from the listing means: complete, partial, incomplete or forbidden.';
comment on column run_type.reason is 'Why the listing is not complete; empty if it is.';
comment on column run_type.rows_read is 'Distinct rows read.';
comment on column run_type.rejected is 'Rows and values that could not be read.';
comment on column run_type.calls is 'Requests sent.';
comment on column run_type.bytes is 'Bytes received.';
comment on column run_type.created is 'Rows that were new.';
comment on column run_type.updated is 'Rows with a difference that counts.';
comment on column run_type.refreshed is 'Rows with volatile differences only.';
comment on column run_type.removed is 'Rows marked as gone.';
comment on column run_type.held is 'Rows no longer listed, kept because of an objection.';
comment on column run_type.unlisted is 'Rows no longer listed that Snipe-IT still has.';

create table run_objection (
  run_id bigint not null references run on delete cascade,
  position integer not null,
  guard text not null,
  type text not null,
  effect text not null,
  reason text not null,
  primary key (run_id, position)
);
comment on table run_objection is 'Reasons of the guards not to do all that a run would have done.';
comment on column run_objection.run_id is 'Run: run.id.';
comment on column run_objection.position is 'Place among the objections of the run, counted from zero.';
comment on column run_objection.guard is 'Name of the guard.';
comment on column run_objection.type is 'Type it is about.';
comment on column run_objection.effect is
  'withhold: rows of the type no longer listed were kept. refuse: nothing was published.';
comment on column run_objection.reason is 'What was found and what to do.';

create table run_finding (
  run_id bigint not null,
  type text not null,
  position integer not null,
  kind text not null,
  entity_id bigint,
  detail text not null,
  primary key (run_id, type, position),
  foreign key (run_id, type) references run_type on delete cascade
);
create index run_finding_entity_id on run_finding (type, entity_id);
comment on table run_finding is
  'Rows that a person should look at, the first thousand for each run and type.';
comment on column run_finding.run_id is 'Run: run.id.';
comment on column run_finding.type is 'Type of the row.';
comment on column run_finding.position is
  'Place among the findings of the run and type, counted from zero.';
comment on column run_finding.kind is
  'rejected: it, or a value of it, could not be read. unlisted: no listing shows it, but Snipe-IT still has it. held: it is no longer listed and was kept because of an objection.';
comment on column run_finding.entity_id is 'Its id; null if that could not be read.';
comment on column run_finding.detail is 'Reason; empty if the kind says it all.';
