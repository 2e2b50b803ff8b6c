-- People with a long-term service in the period, and the latest day of it in the period: their age is taken on that day.
select
  e.la_code,
  e.person_id,
  max(case when e.derived_end <= p.period_end then e.derived_end else p.period_end end) as last_day,
  d.birth_month,
  d.date_of_death,
  d.gender,
  d.primary_support_reason,
  d.accommodation_status
from main_event e
cross join period p
join person_detail d on d.la_code = e.la_code and d.person_id = e.person_id
where e.client_type = 'Service user'
  and e.event_type = 'Service'
  and e.service_type like 'Long term support:%'
  and (e.derived_end is null or e.derived_end >= e.event_start)
  and e.event_start <= p.period_end
  and (e.derived_end is null or e.derived_end >= p.period_start)
group by e.la_code, e.person_id, d.birth_month, d.date_of_death, d.gender, d.primary_support_reason, d.accommodation_status
