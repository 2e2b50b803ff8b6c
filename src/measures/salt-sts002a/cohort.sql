-- Events of people who use services, from every submission up to the cut-off day; of services only the version that was imported last.
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
        k.service_type,
        k.service_component,
        k.delivery_mechanism
      order by k.imported_at desc
    ) as place
  from known k
  where k.nhs_id is not null
    or (k.local_id is not null and k.local_id_has_nhs_id = 0)
)
select
  record_id,
  la_code,
  salt_person_id as person_id,
  event_type,
  event_start,
  event_end,
  date_of_death,
  case when event_outcome = 'Not in the value list' then 'Invalid and not mapped' else event_outcome end as event_outcome,
  service_type
from placed
where place = 1
  or event_type <> 'Service'
