-- Events of people who use services, from every submission up to the cut-off day; of services only the version that was imported last.
-- Only people whose request led to ST-Max (STS001), since no other spell is counted.
with led_here as (
  select distinct la_code, person_id from salt_sts001_numerator where category = 'Short term support: ST-Max'
),
placed as not materialized (
  select
    s.*,
    h.person_id,
    coalesce(s.service_type, '') as key_type,
    coalesce(s.service_component, '') as key_component,
    coalesce(s.delivery_mechanism, '') as key_delivery
  from salt_sent s
  join led_here h on h.la_code = s.la_code and h.person_id = coalesce(s.nhs_id, s.local_id)
  left join salt_sts002a_also_numbered n on n.local_id = case when s.nhs_id is null then s.local_id end
  where n.local_id is null
),
latest as (
  select la_code, person_id, event_start, key_type, key_component, key_delivery, max(imported_at) as imported_at
  from placed
  where event_type = 'Service'
  group by la_code, person_id, event_start, key_type, key_component, key_delivery
)
select
  x.record_id,
  x.la_code,
  x.person_id,
  x.event_type,
  x.event_start,
  x.event_end,
  x.date_of_death,
  case when x.event_outcome = 'Not in the value list' then 'Invalid and not mapped' else x.event_outcome end as event_outcome,
  x.service_type
from placed x
left join latest l
  on l.la_code = x.la_code
  and l.person_id = x.person_id
  and l.event_start = x.event_start
  and l.key_type = x.key_type
  and l.key_component = x.key_component
  and l.key_delivery = x.key_delivery
  and l.imported_at = x.imported_at
where l.imported_at is not null
  or x.event_type <> 'Service'
