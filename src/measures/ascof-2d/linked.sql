-- Spells of reablement that a discharge led to: it began from three days before the discharge to seven after it. The latest such
-- discharge counts, with every stay of the person that ended on its day.
with matched as (
  select
    r.la_code,
    r.person_id,
    r.cluster_no,
    r.cluster_start,
    r.cluster_end,
    r.date_of_death,
    max(d.discharge_date) as discharge_date
  from ascof_2d_reablement r
  join ascof_2d_population d
    on d.person_id = r.person_id
    and d.discharge_date between r.cluster_start - 7 and r.cluster_start + 3
    and d.admission_date <= r.cluster_start
  group by r.la_code, r.person_id, r.cluster_no, r.cluster_start, r.cluster_end, r.date_of_death
)
select m.*, d.spell_id, d.age_band, d.sex, d.client_type
from matched m
join ascof_2d_population d on d.person_id = m.person_id and d.discharge_date = m.discharge_date
