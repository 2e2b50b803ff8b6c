-- The discharges that count, with where the person lives, and whether they had long-term support in the community when admitted.
select
  d.person_id,
  d.spell_id,
  d.admission_date,
  d.discharge_date,
  a.utla_2023_name as area,
  case when d.age >= 85 then '85+' when d.age >= 75 then '75-84' else '65-74' end as age_band,
  case d.sex when '1' then 'Male' when '2' then 'Female' end as sex,
  case
    when exists (
      select 1
      from ascof_2d_client_row l
      where l.person_id = d.person_id
        and l.service_type = 'Long term support: Community'
        and d.admission_date between l.event_start and l.event_end
    ) then 'Those in LT community support'
    else 'Those not in any LTS'
  end as client_type
from ascof_2d_discharge d
join area a on a.lsoa_2011_code = d.lsoa_2011_code
left join ascof_2d_exclusions x
  on x.spell_id = d.spell_id and x.person_id = d.person_id and x.discharge_date = d.discharge_date
where a.utla_2023_code like 'E%'
  and x.reason is null
