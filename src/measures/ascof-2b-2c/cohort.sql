-- Long-term stays in residential or nursing care of people whose birth date is known and who were alive when the period began.
-- A stay without a component is left out, as in the official script, unless the variant keeps it.
select
  e.record_id,
  e.la_code,
  e.person_id,
  e.event_start,
  e.derived_end,
  e.event_outcome,
  d.birth_month
from main_event e
cross join period p
cross join variant v
join person_detail d on d.la_code = e.la_code and d.person_id = e.person_id
where e.event_type = 'Service'
  and e.client_type = 'Service user'
  and e.service_type in ('Long term support: Residential care', 'Long term support: Nursing care')
  and d.birth_month is not null
  and (d.date_of_death is null or d.date_of_death >= p.period_start)
  and (
    (e.service_component is null and v.keeps_blank_component)
    or (
      (lower(e.service_component) like '%residential%' or lower(e.service_component) like '%nursing%')
      and lower(e.service_component) not like '%short%'
    )
  )
