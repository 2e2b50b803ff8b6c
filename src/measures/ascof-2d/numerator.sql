-- What happened to each within 84 days of the discharge: readmitted as an emergency, died, or entered care for the long term.
-- Someone with none of the three stayed in the community.
with happened as (
  select
    k.*,
    case
      when k.date_of_death between k.discharge_date and k.discharge_date + 84 then 1 else 0
    end as has_died,
    case
      when exists (
        select 1
        from hospital_spell s
        cross join period p
        where s.person_id = k.person_id
          and s.management_type in ('EM', 'NE')
          and s.admission_date < s.discharge_date
          and s.discharge_method <> '5'
          and s.is_last_episode
          and s.admission_date >= p.period_start
          and s.admission_date > k.cluster_start
          and s.admission_date > k.discharge_date
          and s.admission_date <= k.discharge_date + 84
      ) then 1
      else 0
    end as is_readmitted,
    case
      when exists (
        select 1
        from ascof_2d_client_row c
        where c.person_id = k.person_id
          and c.service_type in ('Long term support: Residential care', 'Long term support: Nursing care')
          and c.event_start between k.discharge_date and k.discharge_date + 84
      ) then 1
      else 0
    end as has_entered_care
  from ascof_2d_linked k
)
select
  h.la_code,
  n.la_name as area,
  h.person_id,
  h.cluster_no,
  h.cluster_start,
  h.cluster_end,
  h.age_band,
  h.sex,
  h.client_type,
  max(h.has_died) over (partition by h.la_code, h.person_id, h.cluster_no) as has_died,
  max(h.is_readmitted) over (partition by h.la_code, h.person_id, h.cluster_no) as is_readmitted,
  max(h.has_entered_care) over (partition by h.la_code, h.person_id, h.cluster_no) as has_entered_care
from happened h
left join council_name n on n.la_code = h.la_code
