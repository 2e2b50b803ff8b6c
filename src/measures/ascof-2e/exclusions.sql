-- People who are not counted, each with the reason: they died before the period, or were under 18 on the last day of their service.
select la_code, person_id, 'died before the period' as reason
from ascof_2e_population
cross join period p
where date_of_death < p.period_start
union all
select la_code, person_id, 'under 18'
from ascof_2e_population
where floor((last_day - birth_month) / 365.25) < 18
