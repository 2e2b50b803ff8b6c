-- Reablement of people who use services, and long-term support of those with a discharge that could lead to it, who were alive when
-- the period began, without services that end before they start; an open end is far in the future.
select
  e.record_id,
  e.la_code,
  e.person_id,
  e.nhs_id,
  e.event_type,
  e.event_start,
  coalesce(e.derived_end, date '9999-01-01') as event_end,
  e.service_type,
  e.service_component,
  d.date_of_death
from main_event e
cross join period p
join person_detail d on d.la_code = e.la_code and d.person_id = e.person_id
where e.client_type = 'Service user'
  and (d.date_of_death is null or d.date_of_death >= p.period_start)
  and (e.derived_end is null or e.derived_end >= e.event_start)
  and (
    (e.service_type = 'Short term support: ST-Max' and e.service_component = 'Reablement')
    or (e.service_type like 'Long term support:%' and e.person_id in (select h.person_id from ascof_2d_discharge h))
  )
