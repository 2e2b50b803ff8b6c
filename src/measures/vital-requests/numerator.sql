-- Which requests ended with the intention to assess.
select
  p.la_code,
  p.person_id,
  p.record_id,
  case when p.age >= 65 then '65 and above' when p.age >= 18 then '18 to 64' else 'Unknown' end as age_band,
  true as in_denominator,
  coalesce(p.event_outcome = 'Progress to assessment, review or reassessment', false) as is_to_be_assessed
from vital_requests_population p
left join vital_requests_exclusions x on x.record_id = p.record_id
where x.reason is null
