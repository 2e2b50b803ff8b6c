-- Events of people who use services, from every submission up to the cut-off day: of requests and services only the version that was
-- imported last, of assessments and reviews every version. Their month of birth is known, and they were alive when the year began.
-- Only people with a request that ended in the year, since no other request is counted.
with known as not materialized (
  select s.*
  from salt_sent s
  cross join period p
  where s.birth_month is not null
    and (s.date_of_death is null or s.date_of_death >= p.period_start)
),
asked as (
  select distinct k.la_code, coalesce(k.nhs_id, k.local_id) as person_id
  from known k
  cross join period p
  cross join cut_off c
  where k.event_type = 'Request'
    and coalesce(k.event_end, c.cut_off) between p.period_start and p.period_end
),
placed as materialized (
  select
    k.*,
    a.person_id,
    case when k.event_type = 'Request' then coalesce(k.request_route_of_access, '') else '' end as key_route,
    case when k.event_type = 'Service' then coalesce(k.service_type, '') else '' end as key_type,
    case when k.event_type = 'Service' then coalesce(k.service_component, '') else '' end as key_component,
    case when k.event_type = 'Service' then coalesce(k.delivery_mechanism, '') else '' end as key_delivery
  from known k
  join asked a on a.la_code = k.la_code and a.person_id = coalesce(k.nhs_id, k.local_id)
  left join salt_sts001_also_numbered n on n.local_id = case when k.nhs_id is null then k.local_id end
  where n.local_id is null
),
latest as (
  select event_type, la_code, person_id, event_start, key_route, key_type, key_component, key_delivery, max(imported_at) as imported_at
  from placed
  where event_type in ('Request', 'Service')
  group by event_type, la_code, person_id, event_start, key_route, key_type, key_component, key_delivery
)
select
  x.record_id,
  x.la_code,
  x.person_id,
  x.event_type,
  x.event_start,
  x.event_end,
  case when x.event_outcome = 'Not in the value list' then 'Invalid and not mapped' else x.event_outcome end as event_outcome,
  case
    when x.request_route_of_access = 'Not in the value list' then 'Invalid and not mapped' else x.request_route_of_access
  end as route_of_access,
  x.service_type,
  cast(floor((p.period_end - x.birth_month) / 365.25) as integer) as age
from placed x
cross join period p
left join latest l
  on l.event_type = x.event_type
  and l.la_code = x.la_code
  and l.person_id = x.person_id
  and l.event_start = x.event_start
  and l.key_route = x.key_route
  and l.key_type = x.key_type
  and l.key_component = x.key_component
  and l.key_delivery = x.key_delivery
  and l.imported_at = x.imported_at
where l.imported_at is not null
  or x.event_type in ('Assessment', 'Review')
