-- What the instances of a service share: the schedule and the runs of its times, and how far the run at work is.

create table schedule (
  id int primary key default 1,
  running boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  settled_until timestamptz not null,
  constraint one_row check (id = 1)
);
comment on table schedule is 'The schedule, in one row; none before a service has started.';
comment on column schedule.id is 'Always 1.';
comment on column schedule.running is 'Whether runs start at their times.';
comment on column schedule.changed_at is 'When it was last started or stopped.';
comment on column schedule.changed_by is 'Who started or stopped it last.';
comment on column schedule.settled_until is 'Until when, inclusive, every time of the schedule has its record in scheduled_time.';

create table schedule_instance (
  name text primary key,
  since timestamptz not null,
  seen_at timestamptz not null
);
comment on table schedule_instance is 'The processes that take part in the schedule.';
comment on column schedule_instance.name is 'Its name, unlike that of any other.';
comment on column schedule_instance.since is 'When it joined, by the clock of the server.';
comment on column schedule_instance.seen_at is 'When it checked in last, by the clock of the server; one that has ended without leaving stays as it was.';

create table scheduled_time (
  name text,
  at timestamptz,
  run_id bigint not null references run,
  primary key (name, at)
);
create index scheduled_time_run on scheduled_time (run_id);
comment on table scheduled_time is
  'The times of the schedule and what became of each: the outcome of its run, which may be skipped or missed.';
comment on column scheduled_time.name is 'Entry of the schedule, such as Asset Sync 08:00.';
comment on column scheduled_time.at is 'When it was to start a run.';
comment on column scheduled_time.run_id is 'Its run: run.id. Times that were due together have one run.';

comment on column run.outcome is
  'How it stands or ended: running, applied, unchanged, held, refused, previewed, skipped, missed, cancelled, failed or interrupted.';

alter table run add column cancel_requested_at timestamptz;
comment on column run.cancel_requested_at is 'When it was first asked to stop; null if it was not.';

-- After a crash of the server it is empty, as is right: then no run is at work.
create unlogged table run_progress (
  run_id bigint primary key,
  at timestamptz not null,
  phase text not null,
  types text[] not null,
  steps text[] not null,
  pages bigint[] not null,
  row_counts bigint[] not null,
  expected_rows bigint[] not null,
  calls bigint[] not null,
  waited_ms bigint[] not null
);
comment on table run_progress is
  'How far the run at work is, told once a second; arrays have an element for each type that it reads, in order.';
comment on column run_progress.run_id is 'The run: run.id.';
comment on column run_progress.at is 'When this was so.';
comment on column run_progress.phase is 'What it does: reading, planning, confirming or publishing.';
comment on column run_progress.types is 'Names of the types.';
comment on column run_progress.steps is 'How far the reading of each is: waiting, reading or read.';
comment on column run_progress.pages is 'Pages read so far.';
comment on column run_progress.row_counts is 'Entities read so far, repeated ones included.';
comment on column run_progress.expected_rows is 'Entities that the last successful run read; null if that is not known.';
comment on column run_progress.calls is 'Requests so far, repeated ones included.';
comment on column run_progress.waited_ms is 'Milliseconds spent to respect the source''s rate limit or between attempts.';

create table claim (
  key text primary key,
  claimed_at timestamptz not null
);
comment on table claim is 'What one of several instances has done for all, such as a warning that is given once.';
comment on column claim.key is 'What was done.';
comment on column claim.claimed_at is 'When, by the clock of the one who did it.';
