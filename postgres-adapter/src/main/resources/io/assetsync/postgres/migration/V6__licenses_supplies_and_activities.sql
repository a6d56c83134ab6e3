-- A mark on assets that no list shows.

alter table asset add column listed boolean not null default true;
comment on column asset.listed is
  'False if no list of Snipe-IT shows it, though Snipe-IT answers for it by its id: its status label is gone, for example.';
