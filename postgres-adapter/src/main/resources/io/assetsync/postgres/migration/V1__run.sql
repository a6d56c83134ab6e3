-- Names carry no schema: Flyway puts the configured one first in the search path.
create table run (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz
);

comment on table run is 'One row for every run.';
