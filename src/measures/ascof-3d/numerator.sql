-- Who directs their own support (1a: a direct payment or a managed personal budget), and who has a direct payment (2a).
select
  p.la_code,
  p.person_id,
  case when p.age >= 65 then '65 and above' when p.age >= 18 then '18 to 64' else 'Unknown' end as age_band,
  true as in_denominator,
  p.delivery_rank in (3, 4) as is_self_directed,
  p.delivery_rank = 3 as has_direct_payment,
  p.delivery_rank = 6 as is_unknown
from ascof_3d_population p
left join ascof_3d_exclusions x on x.la_code = p.la_code and x.person_id = p.person_id
where x.reason is null
