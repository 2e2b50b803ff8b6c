-- Events of people who use services, from every submission up to the cut-off day: of requests and services only the version that was
-- imported last, of assessments and reviews every version. Their month of birth is known, and they were alive when the year began.
with sent as (
  select r.*, s.imported_at
  from record r
  join submission s on s.submission_no = r.submission_no
  cross join period p
  cross join cut_off c
  where cast(s.imported_at as date) <= c.cut_off
    and r.event_type in ('Request', 'Assessment', 'Service', 'Review')
    and r.client_type = 'Service user'
    and r.event_start <= p.period_end
    and (r.date_of_death is null or r.date_of_death >= p.period_start)
    and r.birth_month is not null
),
known as (
  select s.*, max(case when s.nhs_id is not null then 1 else 0 end) over (partition by s.local_id) as local_id_has_nhs_id
  from sent s
),
placed as (
  select
    k.*,
    coalesce(k.nhs_id, k.local_id) as salt_person_id,
    rank() over (
      partition by
        k.event_type,
        k.la_code,
        coalesce(k.nhs_id, k.local_id),
        k.event_start,
        case when k.event_type = 'Request' then k.request_route_of_access end,
        case when k.event_type = 'Service' then k.service_type end,
        case when k.event_type = 'Service' then k.service_component end,
        case when k.event_type = 'Service' then k.delivery_mechanism end
      order by k.imported_at desc
    ) as place
  from known k
  where k.nhs_id is not null
    or (k.local_id is not null and k.local_id_has_nhs_id = 0)
)
select
  x.record_id,
  x.la_code,
  x.salt_person_id as person_id,
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
where x.place = 1
  or x.event_type in ('Assessment', 'Review')
