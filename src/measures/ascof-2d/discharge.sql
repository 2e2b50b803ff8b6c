-- Discharges from hospital in the period of people of 65 or over that could lead to reablement: after an admission of at least a
-- day that began in the time of the collection, by methods, to destinations and from treatments that count. A blank code fails.
select
  s.person_id,
  s.spell_id,
  s.admission_date,
  s.discharge_date,
  s.sex,
  s.lsoa_2011_code,
  cast(floor((s.discharge_date - s.birth_month) / 365.25) as integer) as age
from hospital_spell s
cross join period p
where s.is_last_episode
  and s.person_id is not null
  and floor((s.discharge_date - s.birth_month) / 365.25) >= 65
  and s.admission_date >= date '2023-04-01'
  and s.admission_date < s.discharge_date
  and s.discharge_date between p.period_start and p.period_end
  and s.admission_method not in ('31', '32', '82', '83')
  and s.discharge_method not in ('4', '5')
  and s.discharge_destination not in ('49', '50', '51', '52', '79', '87', '88')
  and s.treatment_function_code not in (
    '199', '223', '290', '291', '331', '344', '345', '346', '424', '499', '501', '504', '560', '660', '661', '662', '840', '920'
  )
  and s.treatment_function_code not like '65%'
  and s.treatment_function_code not like '7%'
