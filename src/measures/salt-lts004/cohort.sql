-- Long-term services during the year of people of 18 to 64 whose reason for support, on that row, is a learning disability.
with supported as (
  select r.*
  from salt_record r
  cross join period p
  where r.event_type = 'Service'
    and r.service_type like 'Long term support:%'
    and r.client_type = 'Service user'
    and r.primary_support_reason = 'Learning disability support'
    and r.event_start <= p.period_end
    and (r.event_end is null or r.event_end >= p.period_start)
    and (r.date_of_death is null or r.date_of_death >= p.period_start)
    and floor((p.period_end - r.birth_month) / 365.25) between 18 and 64
),
known as (
  select s.*, max(case when s.nhs_id is not null then 1 else 0 end) over (partition by s.local_id) as local_id_has_nhs_id
  from supported s
)
select
  k.la_code,
  coalesce(k.nhs_id, k.local_id) as person_id,
  k.gender,
  k.event_start,
  case
    when k.employment_status in ('Invalid and not mapped', 'Not in the value list') then null else k.employment_status
  end as employment_status,
  case
    when k.accommodation_status in ('Invalid and not mapped', 'Not in the value list') then null else k.accommodation_status
  end as accommodation_status
from known k
where k.nhs_id is not null
  or (k.local_id is not null and k.local_id_has_nhs_id = 0)
