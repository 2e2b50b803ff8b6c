-- People with long-term support on the last day of the period, and where they have it; of several places a care home comes first.
select
  e.la_code,
  e.person_id,
  min(case e.service_type
    when 'Long term support: Nursing care' then 1
    when 'Long term support: Residential care' then 2
    when 'Long term support: Community' then 3
    else 4
  end) as setting_rank,
  cast(floor((p.period_end - d.birth_month) / 365.25) as integer) as age
from main_event e
cross join period p
join person_detail d on d.la_code = e.la_code and d.person_id = e.person_id
where e.client_type = 'Service user'
  and e.event_type = 'Service'
  and e.service_type like 'Long term support:%'
  and e.event_start <= p.period_end
  and (e.derived_end is null or (e.derived_end >= e.event_start and e.derived_end >= p.period_end))
  and (d.date_of_death is null or d.date_of_death >= p.period_end)
group by e.la_code, e.person_id, cast(floor((p.period_end - d.birth_month) / 365.25) as integer)
