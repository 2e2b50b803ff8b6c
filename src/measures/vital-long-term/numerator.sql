-- Who has long-term support, and who has it in the community.
select
  p.la_code,
  p.person_id,
  case when p.age >= 65 then '65 and above' when p.age >= 18 then '18 to 64' else 'Unknown' end as age_band,
  true as in_denominator,
  p.setting_rank = 3 as is_in_community
from vital_long_term_population p
left join vital_long_term_exclusions x on x.la_code = p.la_code and x.person_id = p.person_id
where x.reason is null
