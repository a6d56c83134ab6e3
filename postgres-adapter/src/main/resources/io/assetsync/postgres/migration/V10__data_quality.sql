-- Views that show what is wrong in the data, more columns for asset_overview, and indexes for people.

-- A view can only grow at its end, and has to be written down whole for that.
create or replace view asset_overview as
select
  asset.id,
  asset.asset_tag,
  asset.name,
  asset.serial,
  asset.life_cycle,
  status_label.name as status,
  asset.status_meta as status_type,
  model.name as model,
  model.model_number,
  category.name as category,
  manufacturer.name as manufacturer,
  company.name as company,
  location.name as location,
  default_location.name as default_location,
  supplier.name as supplier,
  case
    when asset.assigned_user_id is not null then 'user'
    when asset.assigned_location_id is not null then 'location'
    when asset.assigned_asset_id is not null then 'asset'
  end as assigned_type,
  case
    when asset.assigned_user_id is not null
      then coalesce(nullif(concat_ws(' ', assignee.first_name, assignee.last_name), ''), assignee.username)
    when asset.assigned_location_id is not null then assigned_location.name
    else coalesce(assigned_asset.name, assigned_asset.asset_tag)
  end as assigned_to,
  assignee.username as assigned_username,
  assignee.email as assigned_email,
  department.name as department,
  asset.purchase_date,
  asset.purchase_cost,
  asset.order_number,
  asset.warranty_months,
  asset.warranty_end_date,
  asset.eol_date,
  asset.last_audit_at,
  asset.next_audit_date,
  asset.last_checkout_at,
  asset.last_checkin_at,
  asset.expected_checkin_date,
  asset.checkout_count,
  asset.notes,
  (
    -- The label's id makes two fields of the same label two keys.
    select coalesce(jsonb_object_agg(labelled.label, labelled.value), '{}')
    from (
      select
        case
          when custom_field.name is null then field.key
          when count(*) over (partition by custom_field.name) > 1
            then custom_field.name || ' (' || field.key || ')'
          else custom_field.name
        end as label,
        field.value
      from jsonb_each(
        case when jsonb_typeof(asset.custom_fields) = 'object' then asset.custom_fields end) as field
      left join custom_field on custom_field.id = case when field.key ~ '^[0-9]{1,18}$' then field.key::bigint end
    ) as labelled
  ) as custom_fields,
  asset.created_at,
  asset.updated_at,
  asset.listed,
  fieldset.name as fieldset,
  asset.byod,
  asset.requestable,
  asset.request_count,
  asset.checkin_count,
  assignee.employee_number as assigned_employee_number,
  asset.changed_at,
  asset.deleted_at,
  asset.removed_at
from asset
left join status_label on status_label.id = asset.status_label_id
left join model on model.id = asset.model_id
left join fieldset on fieldset.id = model.fieldset_id
left join category on category.id = model.category_id
left join manufacturer on manufacturer.id = model.manufacturer_id
left join company on company.id = asset.company_id
left join location on location.id = asset.location_id
left join location as default_location on default_location.id = asset.default_location_id
left join supplier on supplier.id = asset.supplier_id
left join user_account as assignee on assignee.id = asset.assigned_user_id
left join department on department.id = assignee.department_id
left join location as assigned_location on assigned_location.id = asset.assigned_location_id
left join asset as assigned_asset on assigned_asset.id = asset.assigned_asset_id;

comment on column asset_overview.listed is
  'False if no list of Snipe-IT shows it, though Snipe-IT answers for it by its id.';
comment on column asset_overview.fieldset is
  'Fieldset of the model; a view of that name has its custom fields as columns.';
comment on column asset_overview.byod is 'Whether it is the persons own.';
comment on column asset_overview.requestable is 'Whether people may ask for it.';
comment on column asset_overview.request_count is 'Times it was asked for.';
comment on column asset_overview.checkin_count is 'Times it was checked in.';
comment on column asset_overview.assigned_employee_number is
  'Employee number of the person who has it.';
comment on column asset_overview.changed_at is
  'When a run last changed it, volatile values aside.';
comment on column asset_overview.deleted_at is 'When it was put into the waste bin of Snipe-IT.';
comment on column asset_overview.removed_at is 'When it was found to be gone; null unless it is.';

create view quality_duplicate_serial as
select serial_key, duplicates, id, asset_tag, name, serial, life_cycle, status, manufacturer, model, assigned_to
from (
  select
    cleaned.serial_key,
    count(*) over (partition by cleaned.serial_key) as duplicates,
    asset.id
  from asset
  cross join lateral (
    select lower(regexp_replace(asset.serial, E'^[\\s\\u00a0]+|[\\s\\u00a0]+$', '', 'g')) as serial_key
  ) as cleaned
  where asset.life_cycle in ('active', 'archived')
  -- Something has to tell it from others: two letters or digits that differ.
  and cleaned.serial_key ~ '[[:alnum:]]'
  and regexp_replace(cleaned.serial_key, '[^[:alnum:]]', '', 'g') !~ E'^(.)\\1*$'
  and cleaned.serial_key not in (
    'n/a', 'n.a.', 'n.a', 'na', 'n/v', 'none', 'no', 'no serial', 'no serial number', 'no s/n', 'null', 'nil',
    'unknown', 'unbekannt', 'keine', 'kein', 'not available', 'not applicable', 'not specified',
    'not set', 'missing', 'tbd', 'tba', 'todo', 'test', 'default', 'default string', 'invalid',
    'serial', 'serial number', 'system serial number', 'chassis serial number', 'empty', 'see notes',
    'to be filled by o.e.m.', 'to be filled by oem', 'o.e.m.', 'oem', '123456', '1234567',
    '12345678', '123456789', '1234567890', '0123456789'
  )
) as counted
join asset_overview using (id)
where duplicates > 1;
comment on view quality_duplicate_serial is
  'Assets, active or archived, that share their serial number with another one: upper and lower case and blanks around it make no difference. Left out are texts such as "n/a", "0000" or "To be filled by O.E.M.".';
comment on column quality_duplicate_serial.serial_key is
  'The serial number as it was compared: in lower case, without blanks around it.';
comment on column quality_duplicate_serial.duplicates is 'How many assets share it.';
comment on column quality_duplicate_serial.id is 'Asset: asset.id.';
comment on column quality_duplicate_serial.asset_tag is 'Tag of the asset.';
comment on column quality_duplicate_serial.name is 'Name of the asset.';
comment on column quality_duplicate_serial.serial is 'Serial number as it was entered.';
comment on column quality_duplicate_serial.life_cycle is 'active or archived.';
comment on column quality_duplicate_serial.status is 'Name of the status label.';
comment on column quality_duplicate_serial.manufacturer is
  'Manufacturer; two of them may well use one serial number.';
comment on column quality_duplicate_serial.model is 'Name of the model.';
comment on column quality_duplicate_serial.assigned_to is 'Who or what has it.';

create view quality_assigned_to_departed as
select
  assigned.kind,
  assigned.id,
  assigned.description,
  person.id as user_id,
  coalesce(nullif(concat_ws(' ', person.first_name, person.last_name), ''), person.username) as person,
  person.username,
  person.life_cycle as person_life_cycle,
  coalesce(person.removed_at, person.deleted_at) as departed_at
from (
  select
    'asset' as kind,
    asset.id,
    concat_ws(' ', asset.asset_tag, asset.name) as description,
    asset.assigned_user_id
  from asset
  where asset.life_cycle in ('active', 'archived')
  union all
  select 'license_seat', license_seat.id, license.name, license_seat.assigned_user_id
  from license_seat
  left join license on license.id = license_seat.license_id
  where license_seat.life_cycle in ('active', 'archived')
  union all
  select 'accessory_checkout', accessory_checkout.id, accessory.name, accessory_checkout.assigned_user_id
  from accessory_checkout
  left join accessory on accessory.id = accessory_checkout.accessory_id
  where accessory_checkout.life_cycle in ('active', 'archived')
) as assigned
join user_account as person on person.id = assigned.assigned_user_id
where person.life_cycle in ('deleted', 'gone');
comment on view quality_assigned_to_departed is
  'Assets, license seats and pieces of accessories that people have who are deleted or gone. Consumables are not among them: nobody gives them back.';
comment on column quality_assigned_to_departed.kind is
  'Table that tells who has it: asset, license_seat or accessory_checkout.';
comment on column quality_assigned_to_departed.id is 'Its row in that table.';
comment on column quality_assigned_to_departed.description is
  'Tag and name of the asset, or name of the license or accessory.';
comment on column quality_assigned_to_departed.user_id is 'Person who has it: user_account.id.';
comment on column quality_assigned_to_departed.person is
  'First and last name of the person, or else the login name.';
comment on column quality_assigned_to_departed.username is 'Login name of the person.';
comment on column quality_assigned_to_departed.person_life_cycle is
  'deleted (in the waste bin of Snipe-IT) or gone.';
comment on column quality_assigned_to_departed.departed_at is
  'When the person was found to be gone, or else was deleted.';

-- The comments of columns tell what they refer to, and a test compares that with the described types.
do $do$
declare
  branches text;
begin
  select string_agg(
    format(
      $branch$
      select %1$L as kind, live.id, %2$L as attribute, %3$L as referenced_kind,
        live.%2$I as referenced_id, referenced.life_cycle as referenced_life_cycle
      from %1$I as live
      left join %3$I as referenced on referenced.id = live.%2$I
      where live.%2$I is not null
      and live.life_cycle in ('active', 'archived')
      and (referenced.id is null or referenced.life_cycle = 'gone')
      $branch$,
      kind, attname, referenced_kind),
    ' union all '
    order by place, attnum)
  into strict branches
  from unnest(
    array[
      'asset', 'user_account', 'location', 'company', 'department', 'category', 'manufacturer', 'model',
      'supplier', 'status_label', 'depreciation', 'custom_field', 'fieldset', 'license', 'license_seat',
      'accessory', 'accessory_checkout', 'consumable', 'consumable_assignment', 'component',
      'component_assignment', 'maintenance', 'permission_group', 'kit', 'kit_element', 'activity'
    ]) with ordinality as mirrored (kind, place)
  join pg_attribute on attrelid = format('%I', kind)::regclass and attname like E'%\\_id'
  cross join lateral (
    select substring(col_description(attrelid, attnum) from E': ([a-z_]+)\\.id\\M') as referenced_kind
  ) as dictionary
  where referenced_kind is not null;
  execute 'create view quality_dangling_reference as ' || branches;
end
$do$;
comment on view quality_dangling_reference is
  'References, of rows that are active or archived, to rows that are gone or that the mirror never had. Some last for one run only: tables are read one after the other.';
comment on column quality_dangling_reference.kind is 'Table of the row that refers.';
comment on column quality_dangling_reference.id is 'The row that refers.';
comment on column quality_dangling_reference.attribute is 'Its column that holds the reference.';
comment on column quality_dangling_reference.referenced_kind is 'Table that the reference is to.';
comment on column quality_dangling_reference.referenced_id is 'Id that the reference holds.';
comment on column quality_dangling_reference.referenced_life_cycle is
  'gone, or null if there is no row of that id.';

create view quality_unreadable_value as
select distinct on (run_finding.type, run_finding.entity_id, run_finding.detail)
  run_finding.type as kind,
  run_finding.entity_id as id,
  run_finding.detail,
  run.id as run_id,
  run.started_at as read_at
from (
  -- A run that reads changes only says nothing of the rows before, and adds to what is known of them.
  select type, max(run_id) as run_id
  from run_type
  where completeness in ('complete', 'incomplete') and rows_read + rejected > 0
  group by type
) as last_reading
join run_finding on run_finding.type = last_reading.type and run_finding.run_id >= last_reading.run_id
join run on run.id = run_finding.run_id
where run_finding.kind = 'rejected'
order by run_finding.type, run_finding.entity_id, run_finding.detail, run.id desc;
comment on view quality_unreadable_value is
  'Rows and values that could not be read when their table was last read. Of a value, the mirror has what was there before; up to a thousand of a table are told.';
comment on column quality_unreadable_value.kind is 'Table of the row.';
comment on column quality_unreadable_value.id is 'Its id; null if that could not be read.';
comment on column quality_unreadable_value.detail is 'What could not be read, and why.';
comment on column quality_unreadable_value.run_id is 'Run that found it last: run.id.';
comment on column quality_unreadable_value.read_at is 'When that run began.';

-- Who reports to a person, and who is at a place.
create index user_account_manager_id on user_account (manager_id);
create index user_account_location_id on user_account (location_id);
