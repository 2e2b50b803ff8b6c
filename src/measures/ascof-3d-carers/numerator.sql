-- Which carers direct their own support (1b), and which have a direct payment (2b). Those whose support is direct but of an
-- unknown kind are told beside it.
select
  p.la_code,
  p.person_id,
  case when p.age >= 65 then '65 and above' when p.age >= 18 then '18 to 64' else 'Unknown' end as age_band,
  p.support_rank <= 3 as in_denominator,
  p.support_rank <= 2 as is_self_directed,
  p.support_rank = 1 as has_direct_payment,
  p.support_rank = 4 as is_unknown
from ascof_3d_carers_population p
left join ascof_3d_carers_exclusions x on x.la_code = p.la_code and x.person_id = p.person_id
where x.reason is null
