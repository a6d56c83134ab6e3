-- Small tables that assets and people refer to. Tables of the mirror have no foreign keys between
-- them: they are read minutes apart and may disagree for a while. Comments on columns that several
-- tables have come later.

create domain life_cycle as text
  constraint life_cycle_is_known check (value in ('active', 'archived', 'deleted', 'gone'));
comment on domain life_cycle is
  'active: Snipe-IT lists it. archived: kept but out of use. deleted: in the waste bin of Snipe-IT. gone: no longer in Snipe-IT, or hidden from the sync user.';

create table company (
  id bigint primary key,
  name text,
  phone text,
  fax text,
  email text,
  notes text,
  notes_html text,
  assets_count integer,
  licenses_count integer,
  accessories_count integer,
  consumables_count integer,
  components_count integer,
  users_count integer,
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
comment on table company is 'Companies that own assets or employ people.';
comment on column company.users_count is 'People of the company. Volatile: alone it is no change.';

create table location (
  id bigint primary key,
  name text,
  parent_id bigint,
  manager_id bigint,
  company_id bigint,
  address text,
  address2 text,
  city text,
  state text,
  country text,
  zip text,
  phone text,
  fax text,
  currency text,
  ldap_ou text,
  notes text,
  notes_html text,
  assets_count integer,
  assigned_assets_count integer,
  default_assets_count integer,
  accessories_count integer,
  assigned_accessories_count integer,
  users_count integer,
  image_url text,
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
comment on table location is 'Places, each of which may lie within another.';
comment on column location.parent_id is 'Location that it lies within: location.id.';
comment on column location.zip is 'Postal code.';
comment on column location.currency is 'Currency of the prices at the location, as entered.';
comment on column location.ldap_ou is 'LDAP search base of the people at the location.';
comment on column location.assets_count is
  'Assets that are at the location. Volatile: alone it is no change.';
comment on column location.assigned_assets_count is
  'Assets that are checked out to the location. Volatile: alone it is no change.';
comment on column location.default_assets_count is
  'Assets whose default location it is. Volatile: alone it is no change.';
comment on column location.accessories_count is
  'Accessories kept at the location. Volatile: alone it is no change.';
comment on column location.assigned_accessories_count is
  'Accessories checked out to the location. Volatile: alone it is no change.';
comment on column location.users_count is 'People at the location. Volatile: alone it is no change.';

create table department (
  id bigint primary key,
  name text,
  company_id bigint,
  manager_id bigint,
  location_id bigint,
  phone text,
  fax text,
  notes text,
  notes_html text,
  users_count integer,
  image_url text,
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
comment on table department is 'Departments of companies.';
comment on column department.location_id is 'Location: location.id.';
comment on column department.users_count is 'People of the department. Volatile: alone it is no change.';

create table category (
  id bigint primary key,
  name text,
  category_type text,
  has_eula boolean,
  use_default_eula boolean,
  eula_html text,
  checkin_email boolean,
  require_acceptance boolean,
  notes text,
  notes_html text,
  item_count integer,
  assets_count integer,
  accessories_count integer,
  consumables_count integer,
  components_count integer,
  licenses_count integer,
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
comment on table category is 'Categories of models, licenses and supplies.';
comment on column category.category_type is
  'What it is a category of, in the language of the sync user: Asset, Accessory, Consumable, Component or License.';
comment on column category.has_eula is 'Whether an end-user agreement applies.';
comment on column category.use_default_eula is 'Whether that agreement is the default one.';
comment on column category.eula_html is 'Text of the agreement as HTML.';
comment on column category.checkin_email is 'Whether people get an e-mail at check-out and check-in.';
comment on column category.require_acceptance is 'Whether people have to confirm what they got.';
comment on column category.item_count is 'Items of the category. Volatile: alone it is no change.';

create table manufacturer (
  id bigint primary key,
  name text,
  url text,
  support_url text,
  support_phone text,
  support_email text,
  warranty_lookup_url text,
  notes text,
  notes_html text,
  assets_count integer,
  licenses_count integer,
  consumables_count integer,
  accessories_count integer,
  components_count integer,
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
comment on table manufacturer is 'Manufacturers of models.';
comment on column manufacturer.url is 'Web address.';
comment on column manufacturer.support_url is 'Web address of the support.';
comment on column manufacturer.support_phone is 'Telephone number of the support.';
comment on column manufacturer.support_email is 'E-mail address of the support.';
comment on column manufacturer.warranty_lookup_url is
  'Web address that tells the warranty of a serial number.';

create table depreciation (
  id bigint primary key,
  name text,
  months integer,
  minimum_value text,
  assets_count integer,
  models_count integer,
  licenses_count integer,
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
comment on table depreciation is 'Ways for value to decline.';
comment on column depreciation.months is 'Months until the value has declined.';
comment on column depreciation.minimum_value is 'Value that remains: an amount, or a share such as 10%.';
comment on column depreciation.models_count is 'Models of it. Volatile: alone it is no change.';

create table custom_field (
  id bigint primary key,
  name text,
  db_column text,
  format text,
  element text,
  field_values text,
  auto_add_to_fieldsets boolean,
  show_in_listview boolean,
  display_in_user_view boolean,
  display_checkin boolean,
  display_checkout boolean,
  display_audit boolean,
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
comment on table custom_field is 'Fields that this installation adds to its assets; asset.custom_fields holds the values.';
comment on column custom_field.name is 'Label.';
comment on column custom_field.db_column is
  'Name of the column in Snipe-IT; the digits at its end are the id.';
comment on column custom_field.format is 'What values must look like, such as ANY, DATE, MAC or regex:...';
comment on column custom_field.element is 'Form element: text, textarea, listbox, checkbox or radio.';
comment on column custom_field.field_values is 'Choices, a line each.';
comment on column custom_field.auto_add_to_fieldsets is 'Whether new fieldsets get the field.';
comment on column custom_field.show_in_listview is 'Whether lists show it.';
comment on column custom_field.display_in_user_view is 'Whether people see it on their own assets.';
comment on column custom_field.display_checkin is 'Whether the check-in form shows it.';
comment on column custom_field.display_checkout is 'Whether the check-out form shows it.';
comment on column custom_field.display_audit is 'Whether the audit form shows it.';

create table fieldset (
  id bigint primary key,
  name text,
  fields jsonb not null,
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
comment on table fieldset is 'Ordered choices of custom fields, which a model gives to its assets.';
comment on column fieldset.fields is
  'Array of {"id": custom_field.id, "required": boolean} in the order of the form.';

create table model (
  id bigint primary key,
  name text,
  model_number text,
  manufacturer_id bigint,
  category_id bigint,
  fieldset_id bigint,
  depreciation_id bigint,
  eol_months integer,
  min_quantity integer,
  requestable boolean,
  notes text,
  notes_html text,
  default_field_values jsonb not null,
  remaining_count integer,
  assets_count integer,
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
comment on table model is 'Models of assets.';
comment on column model.model_number is 'Number by which the manufacturer knows it.';
comment on column model.manufacturer_id is 'Manufacturer: manufacturer.id.';
comment on column model.category_id is 'Category: category.id.';
comment on column model.fieldset_id is 'Fieldset whose fields the assets have: fieldset.id.';
comment on column model.depreciation_id is 'Depreciation: depreciation.id.';
comment on column model.eol_months is 'Months from purchase to the end of life.';
comment on column model.min_quantity is 'Stock below which Snipe-IT warns.';
comment on column model.requestable is 'Whether people may ask for it.';
comment on column model.default_field_values is 'Object of default values by custom_field.id.';
comment on column model.remaining_count is
  'Assets of the model less the minimum quantity. Volatile: alone it is no change.';
comment on column model.assets_count is 'Assets of the model. Volatile: alone it is no change.';

create table supplier (
  id bigint primary key,
  name text,
  contact text,
  url text,
  email text,
  phone text,
  fax text,
  address text,
  address2 text,
  city text,
  state text,
  country text,
  zip text,
  notes text,
  notes_html text,
  assets_count integer,
  licenses_count integer,
  accessories_count integer,
  consumables_count integer,
  components_count integer,
  image_url text,
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
comment on table supplier is 'Suppliers that assets are bought from.';
comment on column supplier.contact is 'Person to ask for.';
comment on column supplier.url is 'Web address.';
comment on column supplier.zip is 'Postal code; lists of Snipe-IT 8.1 leave it empty.';

create table status_label (
  id bigint primary key,
  name text,
  status_type text,
  color text,
  show_in_nav boolean,
  default_label boolean,
  notes text,
  assets_count integer,
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
comment on table status_label is 'Status labels, which say how an asset can be used.';
comment on column status_label.status_type is 'deployable, pending, archived or undeployable.';
comment on column status_label.color is 'Colour as #rrggbb.';
comment on column status_label.show_in_nav is 'Whether the menu of Snipe-IT shows it.';
comment on column status_label.default_label is 'Whether new assets get it.';
comment on column status_label.notes is 'Notes.';
comment on column status_label.assets_count is 'Assets with the label. Volatile: alone it is no change.';
