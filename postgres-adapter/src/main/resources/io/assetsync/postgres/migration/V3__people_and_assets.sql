create table user_account (
  id bigint primary key,
  username text,
  first_name text,
  last_name text,
  email text,
  employee_number text,
  job_title text,
  manager_id bigint,
  department_id bigint,
  location_id bigint,
  company_id bigint,
  phone text,
  website text,
  address text,
  address2 text,
  city text,
  state text,
  country text,
  zip text,
  locale text,
  notes text,
  notes_html text,
  activated boolean,
  remote boolean,
  vip boolean,
  ldap_import boolean,
  autoassign_licenses boolean,
  two_factor_enrolled boolean,
  two_factor_optin boolean,
  start_date date,
  end_date date,
  last_login_at timestamptz,
  permissions jsonb not null,
  group_ids jsonb not null,
  assets_count integer,
  licenses_count integer,
  accessories_count integer,
  consumables_count integer,
  manages_users_count integer,
  manages_locations_count integer,
  avatar_url text,
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
comment on table user_account is 'People, whether they can log in or not; "user" is a reserved word in SQL.';
comment on column user_account.username is 'Login name.';
comment on column user_account.first_name is 'First name.';
comment on column user_account.last_name is 'Last name.';
comment on column user_account.employee_number is 'Employee number.';
comment on column user_account.job_title is 'Job title.';
comment on column user_account.department_id is 'Department: department.id.';
comment on column user_account.location_id is 'Location: location.id.';
comment on column user_account.website is 'Web address.';
comment on column user_account.zip is 'Postal code.';
comment on column user_account.locale is 'Language and region, such as en-US.';
comment on column user_account.activated is 'Whether the person may log in.';
comment on column user_account.remote is 'Whether the person works remotely.';
comment on column user_account.vip is 'Whether the person is marked as VIP.';
comment on column user_account.ldap_import is 'Whether the person comes from LDAP.';
comment on column user_account.autoassign_licenses is 'Whether licenses may be assigned in bulk.';
comment on column user_account.two_factor_enrolled is 'Whether a second factor is set up.';
comment on column user_account.two_factor_optin is 'Whether the person chose to use a second factor.';
comment on column user_account.start_date is 'First day of work.';
comment on column user_account.end_date is 'Last day of work.';
comment on column user_account.last_login_at is
  'When the person last logged in. Volatile: alone it is no change.';
comment on column user_account.permissions is
  'The persons own grants: object of name to -1 (deny), 0 (inherit) or 1 (grant).';
comment on column user_account.group_ids is 'Array of the ids of the permission groups, ascending.';
comment on column user_account.assets_count is 'Assets the person has. Volatile: alone it is no change.';
comment on column user_account.licenses_count is
  'License seats the person has. Volatile: alone it is no change.';
comment on column user_account.accessories_count is
  'Accessories the person has. Volatile: alone it is no change.';
comment on column user_account.consumables_count is
  'Consumables the person got. Volatile: alone it is no change.';
comment on column user_account.manages_users_count is
  'People whose manager the person is. Volatile: alone it is no change.';
comment on column user_account.manages_locations_count is
  'Locations whose manager the person is. Volatile: alone it is no change.';
comment on column user_account.avatar_url is 'Address of the portrait. Volatile: alone it is no change.';

-- Look-ups of people and joins from their side.
create index user_account_username on user_account (username);
create index user_account_email on user_account (lower(email));
create index user_account_employee_number on user_account (employee_number);
create index user_account_department_id on user_account (department_id);

create table asset (
  id bigint primary key,
  asset_tag text,
  name text,
  serial text,
  model_id bigint,
  status_label_id bigint,
  status_meta text,
  company_id bigint,
  location_id bigint,
  default_location_id bigint,
  supplier_id bigint,
  assigned_user_id bigint,
  assigned_location_id bigint,
  assigned_asset_id bigint,
  byod boolean,
  requestable boolean,
  order_number text,
  purchase_date date,
  purchase_cost numeric,
  warranty_months integer,
  warranty_end_date date,
  eol_months integer,
  eol_date date,
  notes text,
  notes_html text,
  last_audit_at timestamptz,
  next_audit_date date,
  last_checkout_at timestamptz,
  last_checkin_at timestamptz,
  expected_checkin_date date,
  checkin_count integer,
  checkout_count integer,
  request_count integer,
  custom_fields jsonb not null,
  image_url text,
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
comment on table asset is 'Assets: things with a tag of their own. Category, manufacturer and model number are those of the model. The view asset_overview has the names.';
comment on column asset.asset_tag is
  'Tag. Unique among assets that are not deleted, unless Snipe-IT is told otherwise.';
comment on column asset.name is 'Name, which many assets do not have.';
comment on column asset.serial is 'Serial number.';
comment on column asset.model_id is 'Model: model.id.';
comment on column asset.status_label_id is 'Status label: status_label.id.';
comment on column asset.status_meta is
  'What the label means for this asset: deployed, deployable, pending, archived or undeployable.';
comment on column asset.location_id is 'Where it is: location.id.';
comment on column asset.default_location_id is 'Where it belongs when nobody has it: location.id.';
comment on column asset.supplier_id is 'Supplier: supplier.id.';
comment on column asset.assigned_user_id is 'Person who has it: user_account.id.';
comment on column asset.assigned_location_id is 'Location it is checked out to: location.id.';
comment on column asset.assigned_asset_id is 'Asset it is checked out to: asset.id.';
comment on column asset.byod is 'Whether it is the persons own.';
comment on column asset.requestable is 'Whether people may ask for it.';
comment on column asset.order_number is 'Number of the order.';
comment on column asset.purchase_date is 'Day of the purchase.';
comment on column asset.purchase_cost is 'Price, without currency: Snipe-IT tells none for a row.';
comment on column asset.warranty_months is 'Months of warranty from the purchase.';
comment on column asset.warranty_end_date is 'Day the warranty ends.';
comment on column asset.eol_months is 'Months from purchase to the end of life.';
comment on column asset.eol_date is 'Day its life is planned to end.';
comment on column asset.last_audit_at is 'When it was last audited.';
comment on column asset.next_audit_date is 'Day the next audit is due.';
comment on column asset.last_checkout_at is 'When it was last checked out.';
comment on column asset.last_checkin_at is 'When it was last checked in.';
comment on column asset.expected_checkin_date is 'Day it is expected back.';
comment on column asset.checkin_count is 'Times it was checked in.';
comment on column asset.checkout_count is 'Times it was checked out.';
comment on column asset.request_count is 'Times it was asked for.';
comment on column asset.custom_fields is
  'Object of values by custom_field.id, as text; only the fields of the present fieldset.';
comment on column asset.image_url is
  'Address of the picture: its own, the models or the categorys. Volatile: alone it is no change.';

-- What people type, and the joins that begin at a person, a place or a model.
create index asset_asset_tag on asset (asset_tag);
create index asset_serial on asset (serial);
create index asset_model_id on asset (model_id);
create index asset_location_id on asset (location_id);
create index asset_assigned_user_id on asset (assigned_user_id);
-- Few assets are assigned to these.
create index asset_assigned_location_id on asset (assigned_location_id)
  where assigned_location_id is not null;
create index asset_assigned_asset_id on asset (assigned_asset_id)
  where assigned_asset_id is not null;
