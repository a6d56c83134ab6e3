-- What was: each table of the mirror gets another one for the versions of its rows that are no more.
-- The views on them, such as asset_version and change, and the functions, such as asset_as_of, are
-- made by the program when these migrations are done: they follow the columns.

create table history_extent (
  kind text primary key,
  kept_since timestamptz,
  published_at timestamptz
);
comment on table history_extent is
  'How far back the past of each kind can be told. A run moves it on when it cleans up.';
comment on column history_extent.kind is 'Kind; the mirror has a table of that name.';
comment on column history_extent.kept_since is
  'From here on, every version of every row is there; null before the first publication.';
comment on column history_extent.published_at is
  'When it was last published; null before the first time. Every publication is later than the one before, whatever the clock says.';

do $do$
declare
  kind text;
begin
  foreach kind in array array[
    'company', 'location', 'department', 'category', 'manufacturer', 'depreciation', 'custom_field',
    'fieldset', 'model', 'supplier', 'status_label', 'user_account', 'asset', 'license',
    'accessory', 'consumable', 'component', 'maintenance', 'permission_group', 'kit', 'activity',
    'license_seat', 'accessory_checkout', 'consumable_assignment', 'component_assignment',
    'kit_element'
  ]
  loop
    execute format(
      'create table %1$I (
        like %2$I including comments,
        valid_to timestamptz not null,
        ended_run bigint not null,
        primary key (id, valid_to)
      )',
      kind || '_history', kind);
    execute format(
      'comment on table %I is %L',
      kind || '_history',
      format('Earlier versions of the rows of %s, each from changed_at until valid_to.', kind));
    execute format(
      'comment on column %I.valid_to is %L',
      kind || '_history', 'When it became another; at that time it was no more.');
    execute format(
      'comment on column %I.ended_run is %L',
      kind || '_history', 'Run that made it another: run.id.');

    -- The changes of a run, of which each joins the version it made and the version it ended.
    execute format('create index on %I (changed_run, id)', kind);
    execute format('create index on %I (changed_run, id)', kind || '_history');
    execute format('create index on %I (ended_run, id)', kind || '_history');
    -- What a time needs that is not long ago, and what is cleaned away.
    execute format('create index on %I (valid_to)', kind || '_history');

    -- Of a mirror in use, the past begins with its last change; that of a kind without rows, with
    -- the last run.
    execute format(
      'insert into history_extent
      select %1$L, began, began
      from (
        select coalesce(max(changed_at), (select max(published_at) from run)) as began from %1$I
      ) as present',
      kind);
  end loop;
end
$do$;
