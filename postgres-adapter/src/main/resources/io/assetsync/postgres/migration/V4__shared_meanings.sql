-- What columns mean that several tables have, unless a table said better.
do $do$
declare
  shared record;
begin
  for shared in
    select relname, attname, meaning
    from (
      values
        ('id', 'Number by which Snipe-IT knows it.'),
        ('name', 'Name.'),
        ('phone', 'Telephone number.'),
        ('fax', 'Fax number.'),
        ('email', 'E-mail address.'),
        ('notes', 'Notes as plain text.'),
        ('notes_html', 'Notes as HTML, as Snipe-IT renders them.'),
        ('assets_count', 'Assets of it. Volatile: alone it is no change.'),
        ('licenses_count', 'Licenses of it. Volatile: alone it is no change.'),
        ('accessories_count', 'Accessories of it. Volatile: alone it is no change.'),
        ('consumables_count', 'Consumables of it. Volatile: alone it is no change.'),
        ('components_count', 'Components of it. Volatile: alone it is no change.'),
        ('image_url', 'Address of the picture. Volatile: alone it is no change.'),
        ('created_by_id', 'Who entered it: user_account.id.'),
        ('created_at', 'When it was entered in Snipe-IT.'),
        ('updated_at', 'When its own row was last written in Snipe-IT. Volatile: alone it is no change.'),
        ('manager_id', 'Manager: user_account.id.'),
        ('company_id', 'Company: company.id.'),
        ('address', 'Street address.'),
        ('address2', 'Second line of the address.'),
        ('city', 'City.'),
        ('state', 'State or province.'),
        ('country', 'Country.'),
        ('deleted_at', 'When it was put into the waste bin of Snipe-IT.'),
        ('life_cycle', 'Where it stands: see the domain life_cycle.'),
        ('raw', 'The row as Snipe-IT sent it when this one was last written.'),
        ('row_hash', 'Hash of the values, by which a run finds what differs.'),
        ('first_seen_run', 'Run that first saw it: run.id.'),
        ('changed_run', 'Run that last changed it, volatile values aside: run.id.'),
        ('changed_at', 'When that run changed it.'),
        ('removed_at', 'When it was found to be gone; null unless it is.')
    ) as dictionary (name, meaning)
    join pg_attribute on attname = name
    join pg_class on pg_class.oid = attrelid and relkind = 'r'
    where relnamespace = current_schema::regnamespace
    and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'row_hash')
    and col_description(attrelid, attnum) is null
  loop
    execute format('comment on column %I.%I is %L', shared.relname, shared.attname, shared.meaning);
  end loop;
end
$do$;
