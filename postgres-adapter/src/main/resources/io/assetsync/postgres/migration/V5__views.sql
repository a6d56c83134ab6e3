-- Views for people.

create view asset_overview as
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
  asset.updated_at
from asset
left join status_label on status_label.id = asset.status_label_id
left join model on model.id = asset.model_id
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

comment on view asset_overview is
  'Assets with names in place of ids, one row each, those that are deleted or gone included: see life_cycle.';
comment on column asset_overview.id is 'Number by which Snipe-IT knows the asset: asset.id.';
comment on column asset_overview.asset_tag is 'Tag.';
comment on column asset_overview.name is 'Name, which many assets do not have.';
comment on column asset_overview.serial is 'Serial number.';
comment on column asset_overview.life_cycle is
  'active, archived (out of use), deleted (in the waste bin of Snipe-IT) or gone.';
comment on column asset_overview.status is 'Name of the status label.';
comment on column asset_overview.status_type is
  'What the label means for this asset: deployed, deployable, pending, archived or undeployable.';
comment on column asset_overview.model is 'Name of the model.';
comment on column asset_overview.model_number is 'Number by which the manufacturer knows the model.';
comment on column asset_overview.category is 'Category of the model.';
comment on column asset_overview.manufacturer is 'Manufacturer of the model.';
comment on column asset_overview.company is 'Company that owns it.';
comment on column asset_overview.location is 'Where it is.';
comment on column asset_overview.default_location is 'Where it belongs when nobody has it.';
comment on column asset_overview.supplier is 'Supplier.';
comment on column asset_overview.assigned_type is
  'What it is checked out to: user, location or asset; null if to nothing.';
comment on column asset_overview.assigned_to is
  'Who or what has it: the first and last name of a person, the name of a location, the name or tag of an asset.';
comment on column asset_overview.assigned_username is 'Login name of the person who has it.';
comment on column asset_overview.assigned_email is 'E-mail address of the person who has it.';
comment on column asset_overview.department is 'Department of the person who has it.';
comment on column asset_overview.purchase_date is 'Day of the purchase.';
comment on column asset_overview.purchase_cost is 'Price, without currency.';
comment on column asset_overview.order_number is 'Number of the order.';
comment on column asset_overview.warranty_months is 'Months of warranty from the purchase.';
comment on column asset_overview.warranty_end_date is 'Day the warranty ends.';
comment on column asset_overview.eol_date is 'Day its life is planned to end.';
comment on column asset_overview.last_audit_at is 'When it was last audited.';
comment on column asset_overview.next_audit_date is 'Day the next audit is due.';
comment on column asset_overview.last_checkout_at is 'When it was last checked out.';
comment on column asset_overview.last_checkin_at is 'When it was last checked in.';
comment on column asset_overview.expected_checkin_date is 'Day it is expected back.';
comment on column asset_overview.checkout_count is 'Times it was checked out.';
comment on column asset_overview.notes is 'Notes as plain text.';
comment on column asset_overview.custom_fields is
  'Object of the custom fields of the asset: label to value, as text. Of two fields with one label, each key ends in the id of its field.';
comment on column asset_overview.created_at is 'When it was entered in Snipe-IT.';
comment on column asset_overview.updated_at is 'When its own row was last written in Snipe-IT.';

create view freshness as
select success.id as run_id, success.finished_at, now() - success.finished_at as age
from (values (1)) as always
left join lateral (
  select run.id, run.finished_at
  from run
  where run.outcome in ('applied', 'unchanged')
  order by run.finished_at desc
  limit 1
) as success on true;

comment on view freshness is
  'How old the mirror is: one row about the last run after which it held all that Snipe-IT showed.';
comment on column freshness.run_id is 'That run: run.id; null before the first.';
comment on column freshness.finished_at is 'When it ended; null before the first.';
comment on column freshness.age is 'Time since then; null before the first.';
