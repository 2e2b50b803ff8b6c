-- Each person once in each council, in the younger of their age bands.
select
  p.la_code,
  p.person_id,
  min(case when p.age >= 65 then '65 and above' else '18 to 64' end) as age_band,
  min(p.event_start) as admitted_on,
  true as in_numerator
from ascof_2b_2c_population p
left join ascof_2b_2c_exclusions x on x.record_id = p.record_id
where x.reason is null
group by p.la_code, p.person_id
