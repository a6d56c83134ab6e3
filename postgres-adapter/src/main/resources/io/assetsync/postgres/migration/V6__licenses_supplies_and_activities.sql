-- Licenses, supplies, maintenances, groups, kits and activities, and a mark on assets that no list
-- shows.

alter table asset add column listed boolean not null default true;
comment on column asset.listed is
  'False if no list of Snipe-IT shows it, though Snipe-IT answers for it by its id: its status label is gone, for example.';

create table license (
  id bigint primary key,
  name text,
  company_id bigint,
  manufacturer_id bigint,
  supplier_id bigint,
  category_id bigint,
  depreciation_id bigint,
  product_key text,
  license_name text,
  license_email text,
  order_number text,
  purchase_order text,
  purchase_date date,
  purchase_cost numeric,
  expiration_date date,
  termination_date date,
  seats_count integer,
  free_seats_count integer,
  min_quantity integer,
  reassignable boolean,
  maintained boolean,
  notes text,
  notes_html text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  deleted_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table license is 'Licenses for software. Who has them is in license_seat.';
comment on column license.product_key is
  'Product key; null or a mask of dashes if the sync user may not see it.';
comment on column license.license_name is 'Whom it is licensed to.';
comment on column license.license_email is 'E-mail address it is licensed to.';
comment on column license.purchase_order is 'Number of the purchase order.';
comment on column license.expiration_date is 'Day it expires.';
comment on column license.termination_date is 'Day it is terminated.';
comment on column license.seats_count is 'Number of its seats, free or not.';
comment on column license.free_seats_count is
  'Number of its seats that nobody has. Volatile: alone it is no change.';
comment on column license.reassignable is
  'Whether a seat that was given back can be given to somebody else.';
comment on column license.maintained is 'Whether updates are included.';

create table accessory (
  id bigint primary key,
  name text,
  company_id bigint,
  manufacturer_id bigint,
  supplier_id bigint,
  category_id bigint,
  location_id bigint,
  model_number text,
  order_number text,
  purchase_date date,
  purchase_cost numeric,
  quantity integer,
  min_quantity integer,
  remaining_count integer,
  checkouts_count integer,
  notes text,
  notes_html text,
  image_url text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table accessory is
  'Accessories: things without tags that are given out and collected again. Who has them is in accessory_checkout.';
comment on column accessory.location_id is 'Where they are kept: location.id.';
comment on column accessory.quantity is 'Number bought in all.';
comment on column accessory.remaining_count is
  'Number not given out. Volatile: alone it is no change.';
comment on column accessory.checkouts_count is
  'Number given out: its rows in accessory_checkout. Volatile: alone it is no change.';

create table consumable (
  id bigint primary key,
  name text,
  company_id bigint,
  manufacturer_id bigint,
  supplier_id bigint,
  category_id bigint,
  location_id bigint,
  model_number text,
  item_number text,
  order_number text,
  purchase_date date,
  purchase_cost numeric,
  quantity integer,
  min_quantity integer,
  remaining_count integer,
  notes text,
  notes_html text,
  image_url text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table consumable is
  'Consumables: things that are given out for good. Who got them is in consumable_assignment.';
comment on column consumable.location_id is 'Where they are kept: location.id.';
comment on column consumable.item_number is 'Number of the item.';
comment on column consumable.quantity is 'Number bought in all.';
comment on column consumable.remaining_count is
  'Number not given out. Volatile: alone it is no change.';

create table component (
  id bigint primary key,
  name text,
  serial text,
  company_id bigint,
  manufacturer_id bigint,
  supplier_id bigint,
  category_id bigint,
  location_id bigint,
  model_number text,
  order_number text,
  purchase_date date,
  purchase_cost numeric,
  quantity integer,
  min_quantity integer,
  remaining_count integer,
  notes text,
  notes_html text,
  image_url text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table component is
  'Components: parts that are built into assets. Where they are is in component_assignment.';
comment on column component.location_id is 'Where they are kept: location.id.';
comment on column component.quantity is 'Number bought in all.';
comment on column component.remaining_count is
  'Number not built into an asset. Volatile: alone it is no change.';

create table maintenance (
  id bigint primary key,
  asset_id bigint,
  supplier_id bigint,
  title text,
  maintenance_type text,
  is_warranty boolean,
  cost numeric,
  start_date date,
  completion_date date,
  duration_days integer,
  notes text,
  notes_html text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table maintenance is 'Maintenances: work on assets, such as repairs and upgrades.';
comment on column maintenance.asset_id is 'Asset that is worked on: asset.id.';
comment on column maintenance.supplier_id is 'Who does the work: supplier.id.';
comment on column maintenance.title is 'Title.';
comment on column maintenance.maintenance_type is
  'Type as this installation names it, such as Repair.';
comment on column maintenance.is_warranty is 'Whether the warranty pays.';
comment on column maintenance.cost is 'Price, without currency: Snipe-IT tells none for a row.';
comment on column maintenance.start_date is 'Day it begins.';
comment on column maintenance.completion_date is 'Day it ends; null while it goes on.';
comment on column maintenance.duration_days is 'Days from beginning to end.';
create index maintenance_asset_id on maintenance (asset_id);

create table permission_group (
  id bigint primary key,
  name text,
  permissions jsonb not null,
  users_count integer,
  notes text,
  notes_html text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table permission_group is
  'Groups of people with the permissions that all of them have; user_account.group_ids tells who is in one.';
comment on column permission_group.permissions is
  'Object of name to -1 (deny), 0 (inherit) or 1 (grant).';
comment on column permission_group.users_count is
  'People in the group. Volatile: alone it is no change.';

create table kit (
  id bigint primary key,
  name text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table kit is
  'Kits: sets of things that are given out together. What belongs to one is in kit_element.';

create table activity (
  id bigint primary key,
  action_type text,
  action_at timestamptz,
  item_type text,
  item_id bigint,
  target_type text,
  target_id bigint,
  location_id bigint,
  note text,
  note_html text,
  changes jsonb not null,
  next_audit_date date,
  file_name text,
  source text,
  remote_ip text,
  user_agent text,
  created_by_id bigint,
  created_at timestamptz,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table activity is
  'Log of activities in Snipe-IT: who did what to which item, and when. Entries can change later, and go when their item is purged.';
comment on column activity.action_type is
  'What was done, in the language of the sync user, such as checkout, audit or create new.';
comment on column activity.action_at is 'When it was done, as entered by who did it.';
comment on column activity.item_type is
  'Kind of the item as Snipe-IT names it: asset, user, license, accessory and so on.';
comment on column activity.item_id is
  'What it was done to: the id of the kind item_type; null if that is gone or hidden.';
comment on column activity.target_type is
  'Kind of the target as Snipe-IT names it: user, location, asset and so on.';
comment on column activity.target_id is
  'Whom or what it involved, such as who got the item: the id of the kind target_type.';
comment on column activity.location_id is
  'Where Snipe-IT puts it, mostly the place of the target: location.id.';
comment on column activity.note is 'Note as plain text.';
comment on column activity.note_html is 'Note as HTML, as Snipe-IT renders it.';
comment on column activity.changes is
  'Object of field to {"old": ..., "new": ...}, as Snipe-IT shows it; empty if it tells none.';
comment on column activity.next_audit_date is
  'Day the next audit of the asset is due, as it is now. Volatile: alone it is no change.';
comment on column activity.file_name is 'Name of the file that was uploaded.';
comment on column activity.source is 'Way it was done: gui, api, importer or cli/unknown.';
comment on column activity.remote_ip is 'IP address it was done from.';
comment on column activity.user_agent is 'Program it was done with, as that calls itself.';
comment on column activity.created_by_id is 'Who did it: user_account.id.';
create index activity_item_id on activity (item_id, item_type);
create index activity_target_id on activity (target_id, target_type);
create index activity_action_at on activity (action_at);

create table license_seat (
  id bigint primary key,
  license_id bigint not null,
  assigned_user_id bigint,
  assigned_asset_id bigint,
  location_id bigint,
  reassignable boolean,
  notes text,
  updated_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table license_seat is
  'Seats of licenses. A seat is free if it has neither a person nor an asset.';
comment on column license_seat.license_id is 'License: license.id.';
comment on column license_seat.assigned_asset_id is 'Asset that has it: asset.id.';
comment on column license_seat.location_id is
  'Where that person or asset is: location.id. Volatile: alone it is no change.';
comment on column license_seat.reassignable is
  'Whether it can be given to somebody else once it is given back.';
create index license_seat_license_id on license_seat (license_id);
create index license_seat_assigned_user_id on license_seat (assigned_user_id);
create index license_seat_assigned_asset_id on license_seat (assigned_asset_id)
  where assigned_asset_id is not null;

create table accessory_checkout (
  id bigint primary key,
  accessory_id bigint not null,
  assigned_user_id bigint,
  assigned_location_id bigint,
  assigned_asset_id bigint,
  note text,
  created_by_id bigint,
  created_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table accessory_checkout is
  'Accessories that somebody has, a row for each piece. The row of one that was given back is gone.';
comment on column accessory_checkout.id is 'Number by which Snipe-IT knows the check-out.';
comment on column accessory_checkout.accessory_id is 'Accessory: accessory.id.';
comment on column accessory_checkout.note is 'Note, as plain text.';
create index accessory_checkout_accessory_id on accessory_checkout (accessory_id);
create index accessory_checkout_assigned_user_id on accessory_checkout (assigned_user_id);
create index accessory_checkout_assigned_location_id on accessory_checkout (assigned_location_id)
  where assigned_location_id is not null;
create index accessory_checkout_assigned_asset_id on accessory_checkout (assigned_asset_id)
  where assigned_asset_id is not null;

create table consumable_assignment (
  id bigint primary key,
  consumable_id bigint not null,
  user_id bigint,
  note text,
  created_by_id bigint,
  created_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table consumable_assignment is 'Consumables that people got, a row for each piece.';
comment on column consumable_assignment.id is
  'Number made from the other values: Snipe-IT gives none. Of equal rows, each has its own.';
comment on column consumable_assignment.consumable_id is 'Consumable: consumable.id.';
comment on column consumable_assignment.user_id is
  'Who got it: user_account.id; null if the person is gone.';
comment on column consumable_assignment.note is 'Note, as plain text.';
create index consumable_assignment_consumable_id on consumable_assignment (consumable_id);
create index consumable_assignment_user_id on consumable_assignment (user_id);

create table component_assignment (
  id bigint primary key,
  component_id bigint not null,
  asset_id bigint,
  quantity integer,
  note text,
  created_at timestamptz,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table component_assignment is 'Components that are built into assets.';
comment on column component_assignment.component_id is 'Component: component.id.';
comment on column component_assignment.asset_id is 'Asset it is built into: asset.id.';
comment on column component_assignment.quantity is 'Number of pieces.';
comment on column component_assignment.note is 'Note, as plain text.';
create index component_assignment_component_id on component_assignment (component_id);
create index component_assignment_asset_id on component_assignment (asset_id);

create table kit_element (
  id bigint primary key,
  kit_id bigint not null,
  element_type text not null,
  model_id bigint,
  license_id bigint,
  accessory_id bigint,
  consumable_id bigint,
  quantity integer,
  life_cycle life_cycle not null,
  raw jsonb not null,
  row_hash uuid not null,
  first_seen_run bigint not null,
  changed_run bigint not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table kit_element is
  'Entries of kits: each is a model, a license, an accessory or a consumable.';
comment on column kit_element.id is
  'Number made from the kind of element and the number that Snipe-IT gives it.';
comment on column kit_element.kit_id is 'Kit: kit.id.';
comment on column kit_element.element_type is
  'Which of the references is set: model, license, accessory or consumable.';
comment on column kit_element.license_id is 'License: license.id.';
comment on column kit_element.accessory_id is 'Accessory: accessory.id.';
comment on column kit_element.consumable_id is 'Consumable: consumable.id.';
comment on column kit_element.quantity is 'Number that is given out.';
create index kit_element_kit_id on kit_element (kit_id);

-- A column without a comment means what most tables say of a column of its name.
do $do$
declare
  silent record;
begin
  for silent in
    select added, new.attname, meaning
    from unnest(
      array[
        'license', 'accessory', 'consumable', 'component', 'maintenance', 'permission_group', 'kit',
        'activity', 'license_seat', 'accessory_checkout', 'consumable_assignment',
        'component_assignment', 'kit_element'
      ]::regclass[]) as added
    join pg_attribute as new on new.attrelid = added and new.attnum > 0
    cross join lateral (
      select mode() within group (order by col_description(attrelid, attnum)) as meaning
      from pg_attribute
      join pg_class on pg_class.oid = attrelid and relkind = 'r'
      where relnamespace = current_schema::regnamespace
      and attname = new.attname
    ) as dictionary
    where col_description(added, new.attnum) is null
  loop
    execute format('comment on column %s.%I is %L', silent.added, silent.attname, silent.meaning);
  end loop;
end
$do$;
