-- Admissions: stays that began in the period and are not paid for by the person.
select
  c.record_id,
  c.la_code,
  c.person_id,
  c.event_start,
  cast(floor((c.event_start - c.birth_month) / 365.25) as integer) as age
from ascof_2b_2c_cohort c
cross join period p
where c.event_start between p.period_start and p.period_end
  and (c.event_outcome is null or c.event_outcome <> 'NFA: Self-funded client or under 12wk disregard')
