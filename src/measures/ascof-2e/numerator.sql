-- Who lives in their own home or with family, by the latest accommodation that is known. Someone of unknown age is in no
-- denominator. Someone whose accommodation is unknown is in the denominator.
with counted as (
  select
    p.*,
    floor((p.last_day - p.birth_month) / 365.25) as age
  from ascof_2e_population p
  left join ascof_2e_exclusions x on x.la_code = p.la_code and x.person_id = p.person_id
  where x.reason is null
)
select
  c.la_code,
  c.person_id,
  case when c.age >= 65 then '65 and above' when c.age >= 18 then '18 to 64' else 'Unknown' end as age_band,
  c.gender,
  c.accommodation_status,
  c.primary_support_reason = 'Learning disability support' as has_learning_disability,
  c.age is not null as in_denominator,
  c.age is not null and coalesce(a.settled, 0) = 1 as in_numerator,
  c.accommodation_status is null or c.accommodation_status in
    ('Unknown', 'Unknown: Presumed at home', 'Unknown: Presumed in community', 'Invalid and not mapped') as is_unknown
from counted c
left join accommodation a on a.accommodation_status = c.accommodation_status
