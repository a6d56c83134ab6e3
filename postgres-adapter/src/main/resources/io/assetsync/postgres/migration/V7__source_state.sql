-- What the run that published last has left behind about Snipe-IT, for the next one to compare with.

create table source_aspect (
  name text primary key,
  position integer not null,
  value text not null,
  meaning text not null
);
comment on table source_aspect is
  'What Snipe-IT is and what the token''s user may see there, as the last run found and accepted it.';
comment on column source_aspect.name is 'What it is about, such as the company of the token''s user.';
comment on column source_aspect.position is 'Place in the list of aspects, counted from zero.';
comment on column source_aspect.value is 'Its value.';
comment on column source_aspect.meaning is
  'What another value means. view: other rows are seen. version: Snipe-IT was upgraded. counter: if it falls, rows were lost.';

create table source_bookmark (
  type text primary key,
  highest_id bigint not null,
  watermark timestamptz,
  unlisted bigint[] not null
);
comment on table source_bookmark is 'How far each type has been read.';
comment on column source_bookmark.type is 'Type; the mirror has a table of that name.';
comment on column source_bookmark.highest_id is 'Highest id listed; 0 where it says nothing.';
comment on column source_bookmark.watermark is
  'Every change up to here has been read; null if the type cannot be read by changes.';
comment on column source_bookmark.unlisted is
  'Ids of rows that no list of Snipe-IT shows and that were found by asking for them.';

alter table run add column accepts_source boolean not null default false;
comment on column run.accepts_source is
  'Whether a person wanted the present state of Snipe-IT to count, whatever has become different.';
comment on column run.mode is
  'How far it went: full, changes, which never removes what it does not see, or preview, which publishes nothing.';
comment on column run_finding.kind is
  'rejected: it, or a value of it, could not be read. unlisted: no listing shows it, but Snipe-IT still has it. held: it is no longer listed and was kept because of an objection. remark: about the reading as a whole.';
